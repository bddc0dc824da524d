import { runCrashingService } from '@trunkline/testing';
import { accounts } from '../src/accounts.module';
import { AccountStore } from '../src/store/account.store';

/** Notifications whose id begins so kill the process, as `kill -9` would, between the commit and the answer. */
const deadly = 'deadly-';

const { create } = AccountStore.prototype;
AccountStore.prototype.create = async function (account, alsoWrite) {
  const created = await create.call(this, account, alsoWrite);
  if (created.state === 'created' && account.eventId.startsWith(deadly)) process.kill(process.pid, 'SIGKILL');
  return created;
};

void runCrashingService(accounts);
