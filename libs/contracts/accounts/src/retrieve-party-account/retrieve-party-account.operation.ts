import { type Reading, TextField } from '@trunkline/fields';
import { type RestAddress, restOperation } from '@trunkline/operations';
import { AddressOfOne, Query, root } from '../address';
import { PartyAccount } from '../party-account/party-account';
import { describedSelection, type Selection, takeSelection } from '../selection';

/** Which account, and how much of it. */
export class RetrievePartyAccountParameters extends AddressOfOne {
  @TextField(describedSelection)
  fields?: Selection | undefined;
}

/** Gives an account back as it came. */
export const retrievePartyAccount = restOperation<object, object, RetrievePartyAccountParameters>({
  name: 'RetrievePartyAccount',
  version: '4',
  summary: 'Retrieves an account by its id.',
  method: 'GET',
  path: `${root}/partyAccount/:id`,
  parameters: RetrievePartyAccountParameters,
  readParameters,
  response: PartyAccount,
  partial: true,
  status: 200,
  faults: ['AccountNotFound'],
  scope: 'accounts:read',
  samples: 'retrieve-party-account/samples',
  effect: 'own-store',
});

function readParameters(address: RestAddress): Reading<RetrievePartyAccountParameters> {
  const { version, id } = address.path;
  const query = new Query(address);
  const fields = takeSelection(query);
  return query.read({ version: String(version), id: String(id), fields });
}
