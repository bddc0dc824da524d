import { restOperation } from '@trunkline/operations';
import { Address, readAddress, root } from '../address';
import { PartyAccountCreateEvent } from './party-account-create-event.request';

/** Takes an account over from the notification that it was created (CONTRACTS.md section 4). */
export const partyAccountCreateEvent = restOperation({
  name: 'PartyAccountCreateEvent',
  version: '4',
  summary: 'Creates an account from the notification that it was created elsewhere.',
  method: 'POST',
  path: `${root}/listener/partyAccountCreateEvent`,
  parameters: Address,
  readParameters: readAddress,
  request: PartyAccountCreateEvent,
  status: 201,
  faults: ['AccountConflict'],
  scope: 'accounts:create',
  samples: 'party-account-create-event/samples',
  effect: 'own-store',
});
