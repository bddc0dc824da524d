import { IntegerField, type Reading, TextField } from '@trunkline/fields';
import { type RestAddress, restOperation } from '@trunkline/operations';
import { Address, Query, root } from '../address';
import { type AttributeValue, attributes, searchedAs } from '../party-account/attributes';
import { PartyAccount } from '../party-account/party-account';
import { describedSelection, type Selection, takeSelection } from '../selection';

const offsets = { minimum: 0, maximum: 999_999_999 };
const limits = { minimum: 1, maximum: 1000 };
const usualLimit = 100;

/** Which accounts, how much of each, and which stretch of the list. */
export class ListPartyAccountsParameters extends Address {
  @TextField(describedSelection)
  fields?: Selection | undefined;

  @IntegerField({
    description: 'How many accounts of the list to leave out at its start; 0.',
    ...offsets,
    optional: true,
  })
  offset!: number;

  @IntegerField({
    description: `How many accounts to answer with at most; ${usualLimit}.`,
    ...limits,
    optional: true,
  })
  limit!: number;

  /** All of them hold. */
  filters!: readonly AttributeValue[];
}

/** How long the list is, and how much of it is answered. */
class ListPartyAccountsHeaders {
  @IntegerField({ description: 'How many accounts there are in all.', example: '3', minimum: 0 })
  'X-Total-Count'!: number;

  @IntegerField({ description: 'How many of them are in this answer.', example: '2', minimum: 0 })
  'X-Result-Count'!: number;
}

/** Lists accounts in the order in which they came. */
export const listPartyAccounts = restOperation<object, object, ListPartyAccountsParameters>({
  name: 'ListPartyAccounts',
  version: '4',
  summary:
    'Lists accounts. Every other query parameter is the path of an attribute and the value that it must have: relatedParty.id=88-20ULRN.',
  method: 'GET',
  path: `${root}/partyAccount`,
  parameters: ListPartyAccountsParameters,
  readParameters,
  response: PartyAccount,
  list: true,
  partial: true,
  headers: ListPartyAccountsHeaders,
  status: 200,
  faults: [],
  scope: 'accounts:read',
  samples: 'list-party-accounts/samples',
  effect: 'own-store',
});

function readParameters(address: RestAddress): Reading<ListPartyAccountsParameters> {
  const query = new Query(address);
  const fields = takeSelection(query);
  const offset = query.takeInteger('offset', offsets) ?? 0;
  const limit = query.takeInteger('limit', limits) ?? usualLimit;
  return query.read({
    version: String(address.path['version']),
    fields,
    offset,
    limit,
    filters: takeFilters(query),
  });
}

function takeFilters(query: Query): AttributeValue[] {
  return query.rest().flatMap(([attribute, value]) => {
    const field = attributes.get(attribute);
    if (!field) return [];
    query.take(attribute);
    return [{ attribute, value: searchedAs(field, value) }];
  });
}
