import { sql } from 'kysely';
import { onPostgres } from '@trunkline/testing';
import { insertOrder, moveOrder, orderMigrations, type OrderTables } from '../../test/orders';
import type { Database } from '../database/database';
import { migrate } from '../database/migrate';
import { openDatabase } from '../database/open-database';

onPostgres((place) => {
  let one: Database<OrderTables>;
  let two: Database<OrderTables>;

  beforeAll(async () => {
    one = await openDatabase<OrderTables>({ ...place(), name: 'silenced', instance: 'one' });
    two = await openDatabase<OrderTables>({ ...place(), name: 'silenced', instance: 'two' });
    await migrate(one, orderMigrations);
  });
  afterAll(() => Promise.all([one.close(), two.close()]));
  beforeEach(() => one.query.deleteFrom('work_order').execute());

  const order = (id: string) => insertOrder.item({ id, state: 'open', quantity: 1 });

  /** Only the clock of time limits: what the network takes, it takes. */
  function stopTheClock(): void {
    const going = [
      'Date',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
    ] as const;
    jest.useFakeTimers({ doNotFake: [...going] });
  }
  afterEach(() => jest.useRealTimers());

  /** Takes every connection of instance one; what it gives gives them back. */
  async function takeAll(): Promise<() => Promise<unknown>> {
    const ends: (() => void)[] = [];
    const taken = Array.from({ length: 10 }, () =>
      one.transaction(() => new Promise<void>((end) => ends.push(end))),
    );
    while (ends.length < taken.length) await new Promise((resolve) => setImmediate(resolve));
    return () => {
      for (const end of ends) end();
      return Promise.all(taken);
    };
  }

  it('lets nobody wait long for a connection when others have them all', async () => {
    const giveBack = await takeAll();
    stopTheClock();
    const [written, read] = [
      one.groupCommit.write([order('a')]),
      one.query.selectFrom('work_order').selectAll().execute(),
    ];
    jest.advanceTimersByTime(1_999);
    const late = one.groupCommit.write([order('b')]);
    jest.advanceTimersByTime(1);
    await expect(written).rejects.toThrow('did not answer within 2000 ms');
    await expect(late).rejects.toThrow('did not answer within 2000 ms');
    await expect(read).rejects.toThrow('did not answer within 2000 ms');
    await giveBack();
    expect(await one.groupCommit.write([order('a')])).toEqual([{ id: 'a', quantity: 1 }]);
  });

  describe('a server that is silent and does not hang up', () => {
    /** The process of the server that lets instance one wait for a lock; resolves once there is one. */
    const waitingOne = async (): Promise<number> => {
      const waiting = sql<{ pid: number }>`
        SELECT pid FROM pg_stat_activity WHERE application_name = 'silenced one' AND wait_event_type = 'Lock'`;
      const [found] = (await waiting.execute(two.query)).rows;
      return found?.pid ?? waitingOne();
    };
    const several = () => [order('a'), moveOrder.item({ id: 'b', state: 'moved' })];

    it.each<[string, number, () => Promise<unknown>]>([
      ['a durable write', 10_000, () => one.groupCommit.write([order('a')])],
      ['a durable write of several', 10_000, () => one.groupCommit.write(several())],
      ['a query', 300_000, () => one.query.deleteFrom('work_order').execute()],
      [
        'a transaction',
        300_000,
        () => one.transaction((trx) => trx.deleteFrom('work_order').executeTakeFirst()),
      ],
    ])('is taken for gone: %s ends after %i ms, and its connection with it', async (_what, limit, ask) => {
      stopTheClock();
      let silent = 0;
      await two.transaction(async (trx) => {
        await sql`LOCK TABLE work_order`.execute(trx);
        const asked = ask();
        silent = await waitingOne();
        jest.advanceTimersByTime(limit);
        await expect(asked).rejects.toThrow(`did not answer within ${limit} ms`);
        await one.check();
      });
      const there = sql`SELECT FROM pg_stat_activity WHERE pid = ${silent}`;
      while ((await there.execute(two.query)).rows.length > 0);
      expect(await one.groupCommit.write([order('c')])).toEqual([{ id: 'c', quantity: 1 }]);
    });
  });

  it('is not ready when its server does not answer', async () => {
    const giveBack = await takeAll();
    await expect(one.check()).rejects.toThrow('did not answer within 1000 ms');
    await giveBack();
  });
});
