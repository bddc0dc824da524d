import type { RunningService } from '@trunkline/service';
import { replaysItsSamples } from '@trunkline/testing';
import { accounts } from '../src/accounts.module';
import { ListenerStore } from '../src/store/listener.store';
import { deliver } from './deliver';

const party = '"relatedParty":[{"id":"88-PREPARED"}]';

/** Accounts and listeners that samples ask for, collide with and take away. Nobody listens at port 9. */
async function prepare({ app, url }: RunningService): Promise<void> {
  const money = '"creditLimit":{"unit":"USD","value":19.90}';
  const first = `"id":"prepared-1","name":"Pat Prepared","state":"active",${money},"accountNumber":"1000000000001"`;
  await deliver(
    url,
    `{"eventId":"event-prepared-1","event":{"partyAccount":{${first},"username":"prepared1",${party}}}}`,
  );
  for (const n of [2, 3]) {
    const other = `"id":"prepared-${n}","name":"Pat Prepared ${n}","username":"prepared${n}"`;
    await deliver(url, `{"eventId":"event-prepared-${n}","event":{"partyAccount":{${other},${party}}}}`);
  }
  const listeners = app.get(ListenerStore);
  const listener = { query: null, created_at: '2026-01-31T09:00:00.000Z' };
  await listeners.add({ ...listener, id: 'prepared-listener', callback: 'http://127.0.0.1:9/leaving' });
  await listeners.add({ ...listener, id: 'prepared-to-stay', callback: 'http://127.0.0.1:9/prepared' });
}

replaysItsSamples(accounts, {
  env: {
    ACCOUNTS_CALLBACK_HOSTS: 'listener.example.com,127.0.0.1:9',
    ACCOUNTS_CALLBACK_NETWORKS: '127.0.0.0/8',
  },
  prepare,
});
