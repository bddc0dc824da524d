import { restOperation } from '@trunkline/operations';
import { Address, readAddress, root } from '../address';
import { EventSubscription, EventSubscriptionHeaders, EventSubscriptionInput } from './listener';

/** Registers a listener to the notification that an account was created here. */
export const registerListener = restOperation({
  name: 'RegisterListener',
  version: '4',
  summary: 'Registers a listener: it is notified of every account that is created from now on.',
  method: 'POST',
  path: `${root}/hub`,
  parameters: Address,
  readParameters: readAddress,
  request: EventSubscriptionInput,
  response: EventSubscription,
  headers: EventSubscriptionHeaders,
  status: 201,
  faults: ['AccountListenerExists'],
  scope: 'accounts:listen',
  samples: 'register-listener/samples',
  effect: 'own-store',
});
