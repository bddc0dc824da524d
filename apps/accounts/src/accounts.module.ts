import { Module } from '@nestjs/common';
import { accountsContract } from '@trunkline/contracts/accounts';
import { endpoints, type Service } from '@trunkline/service';
import { AccountsConfig } from './accounts.config';
import { handlers } from './accounts.handlers';
import { Announcer } from './announce/announcer';
import { CallbackPolicy } from './announce/callback-policy';
import { CallbackSender } from './announce/callback-sender';
import { TokenVerifier } from './oauth/token-verifier';
import { AccountList } from './store/account.list';
import { AccountStore } from './store/account.store';
import { accountMigrations } from './store/accounts.table';
import { ListenerStore } from './store/listener.store';

const stores = [AccountStore, AccountList, ListenerStore];

/** Everything that `accounts` is made of. */
@Module({
  controllers: endpoints(accountsContract, handlers),
  providers: [...handlers, ...stores, TokenVerifier, CallbackPolicy, CallbackSender, Announcer],
})
export class AccountsModule {}

/** Party accounts, told of by notification and read back whole. */
export const accounts: Service<AccountsConfig> = {
  name: accountsContract.name,
  title: accountsContract.title,
  contract: accountsContract,
  module: AccountsModule,
  config: AccountsConfig,
  migrations: accountMigrations,
};
