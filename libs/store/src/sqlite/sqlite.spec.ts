import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { insertOrder, moveOrder, orderMigrations, type OrderTables } from '../../test/orders';
import type { Database } from '../database/database';
import { migrate } from '../database/migrate';
import { openDatabase } from '../database/open-database';

describe('SQLite', () => {
  let folder: string;
  let database: Database<OrderTables>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'trunkline-test-'));
    database = await openDatabase<OrderTables>({ url: undefined, folder, name: 'orders', instance: 'one' });
    await migrate(database, orderMigrations);
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const order = (id: string, state = 'open') => insertOrder.item({ id, state, quantity: 1 });
  const setting = async (name: string) => {
    const { rows } = await sql<Record<string, unknown>>`${sql.raw(`PRAGMA ${name}`)}`.execute(database.query);
    return Object.values(rows[0] ?? {})[0];
  };

  it('flushes every commit to the disk', async () => {
    expect(await setting('journal_mode')).toBe('wal');
    expect(await setting('synchronous')).toBe(2);
    expect(await setting('foreign_keys')).toBe(1);
  });

  it('leaves the main thread free while it works', async () => {
    const long = sql`
      WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 2000000)
      INSERT INTO work_order (id, state) SELECT 'many', max(n) FROM number`.execute(database.query);
    let turns = 0;
    const counting = setInterval(() => turns++, 1);
    await long;
    clearInterval(counting);
    expect(turns).toBeGreaterThan(5);
  });

  it('tells every caller of a shared transaction that the disk is full, and goes on when it is not any more', async () => {
    const pages = Number(await setting('page_count'));
    await setting(`max_page_count = ${pages + 1}`);
    const large = ['a', 'b', 'c'].map((id) => database.groupCommit.write([order(id, 'x'.repeat(100_000))]));
    for (const result of await Promise.allSettled(large)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { message: 'database or disk is full' } });
    }
    await setting('max_page_count = 1000000');
    expect(await database.groupCommit.write([order('a')])).toEqual([{ id: 'a', quantity: 1 }]);
  });

  it('is not ready from the write on that found the disk full, until there is room again', async () => {
    const pages = Number(await setting('page_count'));
    await setting(`max_page_count = ${pages + 1}`);
    await expect(database.check()).resolves.toBeUndefined();
    await expect(database.groupCommit.write([order('a', 'x'.repeat(100_000))])).rejects.toThrow('full');
    await expect(database.check()).rejects.toThrow('full');
    await setting('max_page_count = 1000000');
    await expect(database.check()).resolves.toBeUndefined();
    expect(await setting('integrity_check')).toBe('ok');
  });

  it('undoes a transaction that filled the disk', async () => {
    const pages = Number(await setting('page_count'));
    await setting(`max_page_count = ${pages + 1}`);
    const work = database.transaction(async (trx) => {
      await trx.insertInto('work_order').values({ id: 'a', state: 'open', quantity: 1 }).execute();
      await trx
        .insertInto('work_order')
        .values({ id: 'b', state: 'x'.repeat(100_000), quantity: 1 })
        .execute();
    });
    await expect(work).rejects.toThrow('disk is full');
    expect(await database.query.selectFrom('work_order').selectAll().execute()).toEqual([]);
  });

  it('finds the row of an update by its key, however large the table', async () => {
    const { rows } = await sql<{ detail: string }>`${sql.raw(
      `EXPLAIN QUERY PLAN ${moveOrder.sqlite.replace('(?, ?)', `('a', 'b')`)}`,
    )}`.execute(database.query);
    expect(rows.map(({ detail }) => detail).join('\n')).toMatch(/SEARCH work_order USING .*INDEX/);
  });

  it('writes nothing beside a transaction that waits for it', async () => {
    const work = database.transaction(() =>
      database.query.insertInto('work_order').values({ id: 'a', state: 'open', quantity: 1 }).execute(),
    );
    await expect(work).rejects.toThrow('stands beside the transaction');
  });
});
