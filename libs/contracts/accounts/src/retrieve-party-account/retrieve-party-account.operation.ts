import { type Reading, TextField } from '@trunkline/fields';
import { restOperation } from '@trunkline/operations';
import { AddressOfOne, type Given, Query, root } from '../address';
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
  status: 200,
  faults: ['AccountNotFound'],
  samples: 'retrieve-party-account/samples',
  effect: 'own-store',
});

function readParameters(given: Given): Reading<RetrievePartyAccountParameters> {
  const query = new Query(given, ['id']);
  const fields = takeSelection(query);
  return query.read({ version: String(given['version']), id: String(given['id']), fields });
}
