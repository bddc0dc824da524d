import { hash } from 'node:crypto';
import { eachMigrated } from '@trunkline/testing';
import { insertDelivery, insertOrder, moveOrder, orderMigrations, type OrderTables } from '../../test/orders';
import type { Database } from './database';

eachMigrated<OrderTables>(orderMigrations, (migrated) => {
  let database: Database<OrderTables>;
  beforeAll(() => {
    database = migrated();
  });
  beforeEach(async () => {
    await database.query.deleteFrom('delivery').execute();
    await database.query.deleteFrom('work_order').execute();
  });

  const order = (id: string, state = 'open', quantity: number | null = 1) =>
    insertOrder.item({ id, state, quantity });
  const write = (...items: Parameters<typeof database.groupCommit.write>[0]) =>
    database.groupCommit.write(items);
  const orders = async () =>
    Object.fromEntries(
      (await database.query.selectFrom('work_order').selectAll().execute()).map((row) => [row.id, row.state]),
    );

  it('gives each caller its own rows back', async () => {
    const calls = ['a', 'b', 'c'].map((id, index) => write(order(id, 'open', index)));
    expect(await Promise.all(calls)).toEqual([
      [{ id: 'a', quantity: 0 }],
      [{ id: 'b', quantity: 1 }],
      [{ id: 'c', quantity: 2 }],
    ]);
  });

  it('says which statement touched no row', async () => {
    await write(order('a'));
    const moved = await Promise.all([
      write(moveOrder.item({ id: 'a', state: 'done' })),
      write(moveOrder.item({ id: 'b', state: 'done' })),
    ]);
    expect(moved).toEqual([[{ id: 'a' }], [undefined]]);
  });

  it('keeps every value exactly', async () => {
    const state = `{"quotes":"\\"","braces":"{a,NULL}","blank":" ","empty":"","line":"\\n","astral":"\u{1F600}","accent":"é"}`;
    await write(order('exact', state, null), order('', 'NULL', -2147483648));
    const rows = await database.query.selectFrom('work_order').selectAll().orderBy('quantity').execute();
    expect(rows).toContainEqual({ id: 'exact', state, quantity: null });
    expect(rows).toContainEqual({ id: '', state: 'NULL', quantity: -2147483648 });
  });

  it('writes the items of one call together or not at all', async () => {
    await expect(write(order('a'), insertDelivery.item({ id: 'd', order_id: 'missing' }))).rejects.toThrow(
      /foreign key/i,
    );
    expect(await orders()).toEqual({});
  });

  it('does not let a refused row fail its neighbours', async () => {
    await write(order('taken'));
    const results = await Promise.allSettled([
      write(order('a')),
      write(order('taken')),
      write(order('b')),
      write(order('c')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(Object.keys(await orders()).sort()).toEqual(['a', 'b', 'c', 'taken']);
  });

  it('does not let a row fail its neighbours whose key no index of PostgreSQL takes', async () => {
    const long = Array.from({ length: 100 }, (_, index) => hash('sha512', String(index))).join('');
    const results = await Promise.allSettled([write(order('a')), write(order(long)), write(order('b'))]);
    const expected = database.engine === 'postgres' ? 'rejected' : 'fulfilled';
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', expected, 'fulfilled']);
  });

  it('applies two writes of one row one after the other', async () => {
    await write(order('a'));
    const moved = await Promise.all(
      ['x', 'y', 'z'].map((state) => write(moveOrder.item({ id: 'a', state }))),
    );
    expect(moved).toEqual([[{ id: 'a' }], [{ id: 'a' }], [{ id: 'a' }]]);
    expect(await orders()).toEqual({ a: 'z' });
  });

  it('tells once a row is committed, and never for one that is refused', async () => {
    const told: string[] = [];
    const tellingOrder = (id: string) =>
      insertOrder.item({ id, state: 'open', quantity: 1 }, () => told.push(id));
    await Promise.allSettled([write(tellingOrder('a')), write(tellingOrder('a')), write(tellingOrder('b'))]);
    expect(told).toEqual(['a', 'b']);
  });

  it('waits for its turn while a transaction is under way', async () => {
    let written: Promise<unknown> | undefined;
    const beside = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      written = write(order('beside'));
    });
    await database.transaction(async (trx) => {
      await beside;
      await trx.insertInto('work_order').values({ id: 'inside', state: 'open', quantity: 1 }).execute();
    });
    await written;
    expect(Object.keys(await orders()).sort()).toEqual(['beside', 'inside']);
  });

  it('refuses to be waited for from within a transaction', async () => {
    const work = database.transaction(() => write(order('a')));
    await expect(work).rejects.toThrow('stands beside the transaction');
    await expect(write(order('a'))).resolves.toHaveLength(1);
  });

  it('serves what a transaction started and left behind', async () => {
    let over = (): void => undefined;
    const transactionIsOver = new Promise<void>((resolve) => (over = resolve));
    let written: Promise<unknown> | undefined;
    await database.transaction(async () => {
      written = transactionIsOver.then(() => write(order('a')));
    });
    over();
    await expect(written).resolves.toHaveLength(1);
  });

  it('writes a thousand calls', async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `order-${index}`);
    const returned = await Promise.all(ids.map((id) => write(order(id))));
    expect(returned.map(([row]) => row?.['id'])).toEqual(ids);
  });
});
