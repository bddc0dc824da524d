export { Address, AddressOfOne } from './address';
export { accountsContract } from './accounts.contract';
export { JsonText } from './json/exact-json.media';
export { isJsonObject, type JsonObject, type JsonValue } from './json/json-value';
export { readJson } from './json/read-json';
export { writeCanonicalJson, writeJson } from './json/write-json';
export {
  listPartyAccounts,
  type ListPartyAccountsParameters,
} from './list-party-accounts/list-party-accounts.operation';
export { partyAccountCreateEvent } from './party-account-create-event/party-account-create-event.operation';
export {
  accountOf,
  carrierOf,
  PartyAccountCreateEvent,
} from './party-account-create-event/party-account-create-event.request';
export { type AttributeValue, valuesOf } from './party-account/attributes';
export { EventSubscription, EventSubscriptionInput } from './register-listener/listener';
export { registerListener } from './register-listener/register-listener.operation';
export {
  retrievePartyAccount,
  type RetrievePartyAccountParameters,
} from './retrieve-party-account/retrieve-party-account.operation';
export { select, type Selection } from './selection';
export { unregisterListener } from './unregister-listener/unregister-listener.operation';
