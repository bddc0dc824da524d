import { sql } from 'kysely';
import type { Migration } from '../src/database/migrate';
import { Statement } from '../src/database/statement';

/** The tables of a small service, for the tests of this library. */
export interface OrderTables {
  work_order: { id: string; state: string; quantity: number | null };
  delivery: { id: string; order_id: string };
}

export const orderMigrations: readonly Migration[] = [
  {
    name: '0001-orders',
    up: async (trx) => {
      await sql`CREATE TABLE work_order (id text PRIMARY KEY NOT NULL, state text NOT NULL, quantity integer)`.execute(
        trx,
      );
      await sql`CREATE TABLE delivery (id text PRIMARY KEY NOT NULL, order_id text NOT NULL REFERENCES work_order)`.execute(
        trx,
      );
    },
  },
];

export const insertOrder = new Statement({
  name: 'order-insert',
  columns: { id: 'text', state: 'text', quantity: 'integer' },
  key: 'id',
  sql: 'INSERT INTO work_order (id, state, quantity) SELECT id, state, quantity FROM given WHERE true RETURNING id, quantity',
});

export const moveOrder = new Statement({
  name: 'order-move',
  columns: { id: 'text', state: 'text' },
  key: 'id',
  sql: 'UPDATE work_order SET state = given.state FROM given WHERE work_order.id = given.id RETURNING work_order.id',
});

export const insertDelivery = new Statement({
  name: 'delivery-insert',
  columns: { id: 'text', order_id: 'text' },
  key: 'id',
  sql: 'INSERT INTO delivery (id, order_id) SELECT id, order_id FROM given WHERE true RETURNING id',
});
