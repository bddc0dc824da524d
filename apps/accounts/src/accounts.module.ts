import { Module } from '@nestjs/common';
import { accountsContract } from '@trunkline/contracts/accounts';
import { endpoints, type Service } from '@trunkline/service';
import { AccountsConfig } from './accounts.config';
import { Announcer } from './announce/announcer';
import { CallbackPolicy } from './announce/callback-policy';
import { CallbackSender } from './announce/callback-sender';
import { RegisterListenerHandler } from './hub/register-listener.handler';
import { UnregisterListenerHandler } from './hub/unregister-listener.handler';
import { ListPartyAccountsHandler } from './list-party-accounts/list-party-accounts.handler';
import { TokenVerifier } from './oauth/token-verifier';
import { PartyAccountCreateEventHandler } from './party-account-create-event/party-account-create-event.handler';
import { RetrievePartyAccountHandler } from './retrieve-party-account/retrieve-party-account.handler';
import { AccountList } from './store/account.list';
import { AccountStore } from './store/account.store';
import { accountMigrations } from './store/accounts.table';
import { ListenerStore } from './store/listener.store';

const handlers = [
  PartyAccountCreateEventHandler,
  RetrievePartyAccountHandler,
  ListPartyAccountsHandler,
  RegisterListenerHandler,
  UnregisterListenerHandler,
];
const stores = [AccountStore, AccountList, ListenerStore];

/** Everything that `accounts` is made of. */
@Module({
  controllers: endpoints(accountsContract, handlers),
  providers: [...handlers, ...stores, TokenVerifier, CallbackPolicy, CallbackSender, Announcer],
})
export class AccountsModule {}

/** Party accounts, told of by notification and read back whole. */
export const accounts: Service<AccountsConfig> = {
  name: 'accounts',
  title: 'Party accounts',
  contract: accountsContract,
  module: AccountsModule,
  config: AccountsConfig,
  migrations: accountMigrations,
};
