// Written by `npm run published`, from the handlers of this app.
import { RegisterListenerHandler } from './hub/register-listener.handler';
import { UnregisterListenerHandler } from './hub/unregister-listener.handler';
import { ListPartyAccountsHandler } from './list-party-accounts/list-party-accounts.handler';
import { PartyAccountCreateEventHandler } from './party-account-create-event/party-account-create-event.handler';
import { RetrievePartyAccountHandler } from './retrieve-party-account/retrieve-party-account.handler';

export const handlers = [
  RegisterListenerHandler,
  UnregisterListenerHandler,
  ListPartyAccountsHandler,
  PartyAccountCreateEventHandler,
  RetrievePartyAccountHandler,
];
