import { sql } from 'kysely';
import { onPostgres } from '@trunkline/testing';
import { insertOrder, moveOrder, orderMigrations, type OrderTables } from '../../test/orders';
import type { Database } from '../database/database';
import { migrate } from '../database/migrate';
import { openDatabase } from '../database/open-database';
import { Statement } from '../database/statement';

onPostgres((place) => {
  let one: Database<OrderTables>;
  let two: Database<OrderTables>;

  beforeAll(async () => {
    one = await openDatabase<OrderTables>({ ...place(), name: 'work-orders', instance: 'one' });
    two = await openDatabase<OrderTables>({ ...place(), name: 'work-orders', instance: 'two' });
    await migrate(one, orderMigrations);
  });
  afterAll(() => Promise.all([one.close(), two.close()]));
  beforeEach(() => one.query.deleteFrom('work_order').execute());

  const order = (id: string) => insertOrder.item({ id, state: 'open', quantity: 1 });

  /** Resolves once a statement of instance one waits for a lock. */
  async function oneWaits(name = 'work-orders'): Promise<void> {
    const waiting = sql`
      SELECT FROM pg_stat_activity WHERE application_name = ${`${name} one`} AND wait_event_type = 'Lock'`;
    while ((await waiting.execute(two.query)).rows.length === 0);
  }

  async function terminateOne(): Promise<void> {
    await sql`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'work-orders one'`.execute(
      two.query,
    );
  }

  /** Resolves once instance one has noticed which of its connections are gone. */
  async function oneIsBack(): Promise<void> {
    const answers = () =>
      one.check().then(
        () => true,
        () => false,
      );
    while (!(await answers()));
  }

  it('keeps its tables in the schema of the service', async () => {
    const { rows } = await sql`
      SELECT schemaname FROM pg_tables WHERE tablename IN ('work_order', 'migration')`.execute(one.query);
    expect(rows).toEqual([{ schemaname: 'work_orders' }, { schemaname: 'work_orders' }]);
  });

  it('shares its schema with an instance that makes it at the same time', async () => {
    let opening: Promise<Database<unknown>> | undefined;
    await two.transaction(async (trx) => {
      await sql`CREATE SCHEMA events`.execute(trx);
      opening = openDatabase({ ...place(), name: 'events', instance: 'one' });
      await oneWaits('events');
    });
    await (await opening)?.close();
  });

  it('does a transaction again that met another', async () => {
    // Sorts after order-move: the two statements lock their rows in this order.
    const close = new Statement({
      name: 'order-move-second',
      columns: { id: 'text' },
      key: 'id',
      sql: `UPDATE work_order SET state = 'closed' FROM given WHERE work_order.id = given.id RETURNING work_order.id`,
    });
    await one.groupCommit.write([order('a'), order('b')]);
    let written: Promise<unknown> | undefined;
    await two.transaction(async (trx) => {
      // The other one shall notice the deadlock, and lose.
      await sql`SET LOCAL deadlock_timeout = '20s'`.execute(trx);
      await trx.updateTable('work_order').set({ quantity: 2 }).where('id', '=', 'b').execute();
      written = one.groupCommit.write([moveOrder.item({ id: 'a', state: 'moved' }), close.item({ id: 'b' })]);
      await oneWaits();
      await trx.updateTable('work_order').set({ quantity: 2 }).where('id', '=', 'a').execute();
    });
    expect(await written).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(await one.query.selectFrom('work_order').selectAll().orderBy('id').execute()).toEqual([
      { id: 'a', state: 'moved', quantity: 2 },
      { id: 'b', state: 'closed', quantity: 2 },
    ]);
  });

  it('changes rows in the order of their keys, as every instance does', async () => {
    await one.groupCommit.write([order('a'), order('b')]);
    let moved: Promise<unknown> | undefined;
    await two.transaction(async (trx) => {
      await trx.updateTable('work_order').set({ quantity: 2 }).where('id', '=', 'a').execute();
      moved = one.groupCommit.write(['b', 'a'].map((id) => moveOrder.item({ id, state: 'moved' })));
      await oneWaits();
      // It waits for the first one, and holds no other.
      const free = sql`SELECT id FROM work_order WHERE id = 'b' FOR UPDATE SKIP LOCKED`;
      expect((await free.execute(trx)).rows).toEqual([{ id: 'b' }]);
    });
    expect(await moved).toEqual([{ id: 'b' }, { id: 'a' }]);
  });

  it('writes other statements while one waits for a row', async () => {
    await one.groupCommit.write([order('a')]);
    let moved: Promise<unknown> | undefined;
    await two.transaction(async (trx) => {
      await trx.updateTable('work_order').set({ quantity: 2 }).where('id', '=', 'a').execute();
      moved = one.groupCommit.write([moveOrder.item({ id: 'a', state: 'moved' })]);
      await oneWaits();
      expect(await one.groupCommit.write([order('b')])).toEqual([{ id: 'b', quantity: 1 }]);
    });
    expect(await moved).toEqual([{ id: 'a' }]);
  });

  it('tells every caller of a shared transaction that the connection was lost, and goes on', async () => {
    let calls: Promise<PromiseSettledResult<unknown>[]> | undefined;
    await two.transaction(async (trx) => {
      await sql`LOCK TABLE work_order`.execute(trx);
      calls = Promise.allSettled(['a', 'b', 'c'].map((id) => one.groupCommit.write([order(id)])));
      await oneWaits();
      await terminateOne();
      expect((await calls).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    });
    await oneIsBack();
    expect(await one.groupCommit.write([order('a')])).toEqual([{ id: 'a', quantity: 1 }]);
  });

  it('outlives the loss of connections that nobody uses, and of one in the middle of a transaction', async () => {
    await one.check();
    await terminateOne();
    const work = one.transaction(async (trx) => {
      await trx.insertInto('work_order').values({ id: 'a', state: 'open', quantity: 1 }).execute();
      await terminateOne();
      await trx.deleteFrom('work_order').execute();
    });
    await expect(work).rejects.toThrow();
    await oneIsBack();
    expect(await one.query.selectFrom('work_order').selectAll().execute()).toEqual([]);
  });

  describe('a full disk', () => {
    const full = `LANGUAGE plpgsql AS 'BEGIN RAISE disk_full; END'`;
    const fill = [
      `CREATE FUNCTION full_table() RETURNS trigger ${full}`,
      `CREATE FUNCTION full_database() RETURNS event_trigger ${full}`,
      'CREATE TRIGGER full_table BEFORE INSERT ON work_order EXECUTE FUNCTION full_table()',
      `CREATE EVENT TRIGGER full_database ON ddl_command_start WHEN TAG IN ('CREATE TABLE AS') EXECUTE FUNCTION full_database()`,
    ];
    const empty = ['DROP EVENT TRIGGER full_database', 'DROP FUNCTION full_table CASCADE'];
    const tell = async (statements: readonly string[]) => {
      for (const statement of statements) await sql.raw(statement).execute(two.query);
    };

    it('makes it not ready, from the write on that found it until there is room again', async () => {
      await tell(fill);
      await expect(one.check()).resolves.toBeUndefined();
      await expect(one.groupCommit.write([order('a')])).rejects.toThrow('disk_full');
      await expect(one.check()).rejects.toThrow('disk_full');
      await expect(one.check()).rejects.toThrow('disk_full');
      await tell(empty);
      await expect(one.check()).resolves.toBeUndefined();
      expect(await one.groupCommit.write([order('a')])).toEqual([{ id: 'a', quantity: 1 }]);
      const left = sql`SELECT FROM pg_tables WHERE tablename = 'room_to_work'`;
      expect((await left.execute(two.query)).rows).toEqual([]);
    });
  });
});
