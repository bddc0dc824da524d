import {
  type Database,
  Jobs,
  type JobTables,
  ManualClock,
  migrate,
  jobMigrations,
  openDatabase,
} from '@trunkline/store';
import { eachDatabase } from '@trunkline/testing';
import { Announcer } from '../src/announce/announcer';
import { CallbackPolicy } from '../src/announce/callback-policy';
import { CallbackSender } from '../src/announce/callback-sender';
import { AccountStore, type NewAccount } from '../src/store/account.store';
import { accountMigrations, type AccountTables } from '../src/store/accounts.table';
import { ListenerStore } from '../src/store/listener.store';
import { type Receiver, startReceiver } from './receiver';

const days = 24 * 3_600_000;

function newAccount(name: string): NewAccount {
  return {
    eventId: `event-${name}`,
    fingerprint: name,
    id: `account-${name}`,
    accountNumber: undefined,
    username: undefined,
    envelope: '{"eventId":"theirs","eventTime":"2020-01-01T00:00:00Z","correlationId":"c-1","weight":1.50}',
    content: `{"id":"account-${name}","creditLimit":{"value":19.90}}`,
    values: [],
    createdAt: '2026-03-01T12:00:00.000Z',
  };
}

eachDatabase((place) => {
  describe('announcing an account', () => {
    const clock = new ManualClock();
    let database: Database<AccountTables & JobTables>;
    let jobs: Jobs;
    let accounts: AccountStore;
    let listeners: ListenerStore;
    let announcer: Announcer;
    let sender: CallbackSender;
    let receiver: Receiver;

    beforeAll(async () => {
      database = await openDatabase({ ...place(), name: 'announcing', instance: 'one' });
      await migrate(database, [...jobMigrations, ...accountMigrations]);
    });
    afterAll(() => database.close());

    beforeEach(async () => {
      receiver = await startReceiver();
      const quiet = () => undefined;
      const events = { enqueued: quiet, succeeded: quiet, retried: quiet, dead: quiet };
      const limits = { concurrency: 8, lease: 60_000, pollInterval: 1_000, giveUpAfter: 3 * days };
      jobs = new Jobs(database as never, {
        ...limits,
        log: { warn: quiet, error: quiet },
        events,
        clock,
        random: () => 0,
      });
      accounts = new AccountStore(database as never);
      listeners = new ListenerStore(database as never);
      sender = new CallbackSender(new CallbackPolicy({ hosts: [receiver.host], networks: ['127.0.0.0/8'] }));
      announcer = new Announcer(jobs, accounts, listeners, sender);
      announcer.onModuleInit();
      await listen('listener-1', '/one');
    });

    afterEach(async () => {
      await database.query.deleteFrom('listener').execute();
      await database.query.deleteFrom('job').execute();
      await Promise.all([receiver.close(), sender.onModuleDestroy()]);
    });

    const listen = (id: string, path: string) =>
      listeners.add({
        id,
        callback: `http://${receiver.host}${path}`,
        query: null,
        created_at: '2026-03-01T12:00:00.000Z',
      });
    const create = async (name: string) =>
      accounts.create(newAccount(name), await announcer.announcementsOf(`account-${name}`));
    const runAfter = async (milliseconds: number) => {
      clock.advance(milliseconds);
      await jobs.runDue();
    };

    it('tells what came with it, under an id and a time of ours, exactly', async () => {
      await create('told');
      await jobs.runDue();
      const { path, body } = receiver.received[0]!;
      const { eventId } = JSON.parse(body) as { eventId: string };
      expect(path).toBe('/one');
      expect(eventId).toMatch(/^[0-9a-f-]{36}$/);
      expect(body).toBe(
        `{"eventId":"${eventId}","eventTime":"2026-03-01T12:00:00.000Z","correlationId":"c-1","weight":1.50,` +
          '"eventType":"PartyAccountCreateEvent","event":{"partyAccount":{"id":"account-told","creditLimit":{"value":19.90}}}}',
      );
    });

    it('tells every listener once', async () => {
      await listen('listener-2', '/two');
      await create('both');
      await jobs.runDue();
      await runAfter(days);
      expect(receiver.received.map(({ path }) => path).sort()).toEqual(['/one', '/two']);
    });

    it('is tried again, with the same eventId, until it is taken', async () => {
      receiver.answer = { status: 503 };
      await create('retried');
      await jobs.runDue();
      await runAfter(999);
      expect(receiver.received).toHaveLength(1);
      await runAfter(1);
      receiver.answer = { status: 204 };
      await runAfter(2_000);
      await runAfter(days);
      expect(receiver.received).toHaveLength(3);
      expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    });

    it('is given up after three days, and kept for an operator', async () => {
      receiver.answer = { status: 500 };
      await create('dead');
      await jobs.runDue();
      await runAfter(3 * days);
      const [dead] = await database.query.selectFrom('job').selectAll().execute();
      expect(dead).toMatchObject({
        kind: 'announce-account',
        state: 'DEAD',
        last_error: 'The listener answered 500',
      });
    });

    it('is not told to a listener that has left', async () => {
      await create('left');
      await listeners.remove('listener-1');
      await jobs.runDue();
      expect(receiver.received).toEqual([]);
      expect(await jobs.count()).toEqual([]);
    });

    it('leaves a listener alone that fails again and again', async () => {
      receiver.answer = { status: 500 };
      for (const name of ['a', 'b', 'c']) await create(`failing-${name}`);
      await jobs.runDue();
      expect(receiver.received).toHaveLength(3);
      await create('failing-d');
      await jobs.runDue();
      expect(receiver.received).toHaveLength(3);
      expect(await jobs.count()).toMatchObject([{ kind: 'announce-account', state: 'WAITING', count: 4 }]);
    });

    it('is not announced when it was refused or came before', async () => {
      await create('once');
      await create('once');
      expect(
        await accounts.create(
          { ...newAccount('other'), id: 'account-once' },
          await announcer.announcementsOf('x'),
        ),
      ).toEqual({
        state: 'collides',
        with: ['id'],
      });
      await jobs.runDue();
      expect(receiver.received).toHaveLength(1);
    });
  });
});
