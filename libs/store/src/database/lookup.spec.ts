import { eachMigrated } from '@trunkline/testing';
import { insertOrder, orderMigrations, type OrderTables } from '../../test/orders';
import type { Database } from './database';
import { Lookup } from './lookup';

const ordersIn = new Lookup({
  columns: { state: 'text', least: 'integer' },
  sql: `
    SELECT given.place, o.id, o.quantity FROM given
    JOIN work_order o ON o.state = given.state AND o.quantity >= given.least
    ORDER BY o.quantity DESC`,
});

interface Order {
  readonly id: string;
  readonly quantity: number;
}

eachMigrated<OrderTables>(orderMigrations, (migrated) => {
  let database: Database<OrderTables>;
  beforeAll(async () => {
    database = migrated();
    const orders = ['open', 'open', 'open', 'done'].map((state, index) =>
      insertOrder.item({ id: `${state}-${index}`, state, quantity: index }),
    );
    await database.groupCommit.write(orders);
  });

  const lookUp = (state: string | null, least: number | null = 0): Promise<Order[]> =>
    database.lookUp(ordersIn, { state, least });
  const idsOf = async (found: Promise<Order[]>) => (await found).map(({ id }) => id);

  it('finds what there is for a row, in its order', async () => {
    expect(await lookUp('open', 1)).toMatchObject([
      { id: 'open-2', quantity: 2 },
      { id: 'open-1', quantity: 1 },
    ]);
  });

  it('finds nothing where there is nothing, or nothing was given', async () => {
    expect(await Promise.all([lookUp('lost'), lookUp(null), lookUp('open', null)])).toEqual([[], [], []]);
  });

  it('gives each caller what it asked for, however many ask at once', async () => {
    const asked = Array.from({ length: 100 }, (_, index) => idsOf(lookUp(index % 2 ? 'open' : 'done', 2)));
    const found = await Promise.all(asked);
    found.forEach((ids, index) => expect(ids).toEqual([index % 2 ? 'open-2' : 'done-3']));
  });

  it('sees what was written before', async () => {
    await database.groupCommit.write([insertOrder.item({ id: 'late', state: 'late', quantity: 1 })]);
    expect(await idsOf(lookUp('late'))).toEqual(['late']);
  });

  it('does not let what the database refuses fail its neighbours', async () => {
    const asked = ['done', 'a\0b', 'done', 'open'].map((state) => idsOf(lookUp(state, 2)));
    const [first, refused, ...others] = await Promise.allSettled(asked);
    expect([first, ...others]).toMatchObject([
      { value: ['done-3'] },
      { value: ['done-3'] },
      { value: ['open-2'] },
    ]);
    // SQLite keeps such a text, PostgreSQL refuses it.
    expect(refused).toMatchObject(
      database.engine === 'sqlite'
        ? { value: [] }
        : { reason: expect.objectContaining({ code: '22021' }) as unknown },
    );
  });
});
