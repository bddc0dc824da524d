import { eachMigrated } from '@trunkline/testing';
import { sql } from 'kysely';
import { insertOrder, moveOrder, orderMigrations, type OrderTables } from '../../test/orders';
import type { Database } from './database';
import { openDatabase } from './open-database';

eachMigrated<OrderTables>(orderMigrations, (migrated, place) => {
  let database: Database<OrderTables>;
  beforeAll(() => {
    database = migrated();
  });
  beforeEach(() => database.query.deleteFrom('work_order').execute());

  const order = (id: string) => ({ id, state: 'open', quantity: 1 });
  const count = async () => {
    const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM work_order`.execute(
      database.query,
    );
    return rows[0]?.count;
  };

  it('commits what a transaction did, and gives its result', async () => {
    const result = await database.transaction(async (trx) => {
      await trx
        .insertInto('work_order')
        .values([order('a'), order('b')])
        .execute();
      return 'done';
    });
    expect(result).toBe('done');
    expect(await count()).toBe(2);
  });

  it('undoes what a transaction did before it failed', async () => {
    const work = database.transaction(async (trx) => {
      await trx.insertInto('work_order').values(order('a')).execute();
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await count()).toBe(0);
  });

  it('goes on after a statement that failed in a transaction', async () => {
    const twice = () =>
      database.transaction((trx) =>
        trx
          .insertInto('work_order')
          .values([order('a'), order('a')])
          .execute(),
      );
    await expect(twice()).rejects.toThrow(/unique/i);
    await expect(twice()).rejects.toThrow(/unique/i);
    expect(await count()).toBe(0);
  });

  it('reads, outside a transaction, what is committed only', async () => {
    await database.transaction(async (trx) => {
      await trx.insertInto('work_order').values(order('a')).execute();
      expect(await trx.selectFrom('work_order').selectAll().execute()).toHaveLength(1);
      expect(await database.query.selectFrom('work_order').selectAll().execute()).toHaveLength(0);
    });
    expect(await count()).toBe(1);
  });

  it('says how many rows a statement changed', async () => {
    await database.query
      .insertInto('work_order')
      .values([order('a'), order('b')])
      .execute();
    const updated = await database.query.updateTable('work_order').set({ state: 'done' }).executeTakeFirst();
    const deleted = await database.query.deleteFrom('work_order').where('id', '=', 'a').executeTakeFirst();
    expect([updated.numUpdatedRows, deleted.numDeletedRows]).toEqual([2n, 1n]);
  });

  it('writes any number of rows in a transaction', async () => {
    const items = Array.from({ length: 2_500 }, (_, index) => insertOrder.item(order(`order-${index}`)));
    const returned = await database.transaction((trx) => database.writeIn(trx, items));
    expect(returned[2_400]).toEqual({ id: 'order-2400', quantity: 1 });
    expect(await count()).toBe(2_500);
  });

  it('undoes the rows of writeIn with their transaction, and does not tell of them', async () => {
    const told: string[] = [];
    const item = insertOrder.item(order('a'), () => told.push('a'));
    const work = database.transaction(async (trx) => {
      await database.writeIn(trx, [item, moveOrder.item({ id: 'a', state: 'done' })]);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(told).toEqual([]);
    await database.transaction((trx) => database.writeIn(trx, [item]));
    expect(told).toEqual(['a']);
    expect(await count()).toBe(1);
  });

  it('writes at the end of a transaction: all of it, or the transaction rejects', async () => {
    const told: string[] = [];
    const work = (...ids: string[]) =>
      database.transaction(async (trx) => {
        await database.writeIn(trx, [insertOrder.item(order(ids[0]!))]);
        const items = ids.slice(1).map((id) => insertOrder.item(order(id), () => told.push(id)));
        await database.writeLast(trx, items);
      });
    await expect(work('a', 'b', 'a')).rejects.toThrow(/unique/i);
    expect([await count(), told]).toEqual([0, []]);
    const many = Array.from({ length: 1_500 }, (_, index) => `order-${index}`);
    await work(...many);
    expect([await count(), told]).toEqual([1_500, many.slice(1)]);
  });

  it('does nothing in a transaction that nothing is done in', async () => {
    await database.transaction(() => Promise.resolve());
    await expect(database.transaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await database.transaction((trx) => database.writeLast(trx, [insertOrder.item(order('a'))]));
    expect(await count()).toBe(1);
  });

  it('writes nothing in a transaction that is over', async () => {
    const over = await database.transaction((trx) => Promise.resolve(trx));
    await expect(database.writeIn(over, [insertOrder.item(order('a'))])).rejects.toThrow('handed out');
    expect(await count()).toBe(0);
  });

  it('is ready while it is open, and not afterwards', async () => {
    const another = await openDatabase({ ...place(), name: 'another', instance: 'one' });
    await expect(another.check()).resolves.toBeUndefined();
    await another.close();
    await expect(another.check()).rejects.toThrow();
    await expect(another.groupCommit.write([insertOrder.item(order('a'))])).rejects.toThrow();
  });
});
