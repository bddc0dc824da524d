// Written by `npm run published`, from what the others import of this lib.
export { accountsContract } from './accounts.contract';
export { Address, AddressOfOne } from './address';
export { JsonText } from './json/exact-json.media';
export { type JsonObject, type JsonValue, isJsonObject } from './json/json-value';
export { readJson } from './json/read-json';
export { writeCanonicalJson, writeJson } from './json/write-json';
export {
  ListPartyAccountsParameters,
  listPartyAccounts,
} from './list-party-accounts/list-party-accounts.operation';
export { partyAccountCreateEvent } from './party-account-create-event/party-account-create-event.operation';
export {
  PartyAccountCreateEvent,
  accountOf,
  carrierOf,
  envelopeOf,
} from './party-account-create-event/party-account-create-event.request';
export { type AttributeValue, valuesOf } from './party-account/attributes';
export { EventSubscription, EventSubscriptionInput } from './register-listener/listener';
export { registerListener } from './register-listener/register-listener.operation';
export {
  RetrievePartyAccountParameters,
  retrievePartyAccount,
} from './retrieve-party-account/retrieve-party-account.operation';
export { type Selection, select } from './selection';
export { unregisterListener } from './unregister-listener/unregister-listener.operation';
