import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Customer } from '@trunkline/contracts/outage';
import { Database, type Item, Statement } from '@trunkline/store';
import { sql, type Transaction } from 'kysely';
import type { ListChange } from '../outage-event/customer-list';
import type { OutageTables } from './outage.tables';

/** So many rows are read or made at once, in a few milliseconds. */
const slice = 2_000;

const columns = { row: 'integer', event_id: 'text', account_id: 'text', sp_id: 'text' } as const;

/** A customer who is in the list already is one all the same. */
const addCustomer = new Statement({
  name: 'outage-add-customer',
  columns,
  key: 'row',
  sql: `
    INSERT INTO outage_customer (event_id, account_id, sp_id)
    SELECT event_id, account_id, sp_id FROM given WHERE true ORDER BY event_id, account_id, sp_id
    ON CONFLICT DO NOTHING`,
});

const removeCustomer = new Statement({
  name: 'outage-remove-customer',
  columns,
  key: 'row',
  sql: `
    DELETE FROM outage_customer
    WHERE (event_id, account_id, sp_id) IN (SELECT event_id, account_id, sp_id FROM given)`,
});

interface ListedCustomer {
  readonly account_id: string;
  readonly sp_id: string;
}

type OutageTransaction = Transaction<OutageTables>;

/** The customers of each event. Lists may be long: everybody else gets their turn in between. */
@Injectable()
export class CustomersStore {
  constructor(private readonly database: Database<OutageTables>) {}

  /** Changes the list of an event whose row the transaction has locked, and writes only what is different afterwards. */
  async change(trx: OutageTransaction, eventId: string, { replaces, lists }: ListChange): Promise<void> {
    if (!replaces || (await this.isEmpty(trx, eventId)))
      return this.write(trx, addCustomer, eventId, rowsOf(lists));
    if (lists.every((list) => list.length === 0)) return this.clear(trx, eventId);
    const wanted = await byKey(rowsOf(lists));
    const gone: ListedCustomer[] = [];
    for await (const page of this.pages(trx, eventId)) {
      for (const customer of page) if (!wanted.delete(keyOf(customer))) gone.push(customer);
    }
    await this.write(trx, removeCustomer, eventId, gone);
    await this.write(trx, addCustomer, eventId, wanted.values());
  }

  private async isEmpty(trx: OutageTransaction, eventId: string): Promise<boolean> {
    const any = trx.selectFrom('outage_customer').select('event_id').where('event_id', '=', eventId).limit(1);
    return (await any.executeTakeFirst()) === undefined;
  }

  private async clear(trx: OutageTransaction, eventId: string): Promise<void> {
    await trx.deleteFrom('outage_customer').where('event_id', '=', eventId).execute();
  }

  /** The list as it is, in the order of its key. */
  private async *pages(trx: OutageTransaction, eventId: string): AsyncGenerator<readonly ListedCustomer[]> {
    let last: ListedCustomer = { account_id: '', sp_id: '' };
    for (;;) {
      const { rows } = await sql<ListedCustomer>`
        SELECT account_id, sp_id FROM outage_customer
        WHERE event_id = ${eventId} AND (account_id, sp_id) > (${last.account_id}, ${last.sp_id})
        ORDER BY account_id, sp_id LIMIT ${sql.lit(slice)}`.execute(trx);
      yield rows;
      if (rows.length < slice) return;
      last = rows.at(-1)!;
    }
  }

  private async write(
    trx: OutageTransaction,
    statement: Statement<typeof columns>,
    eventId: string,
    customers: Iterable<ListedCustomer>,
  ): Promise<void> {
    let items: Item[] = [];
    for (const { account_id, sp_id } of customers) {
      items.push(statement.item({ row: items.length, event_id: eventId, account_id, sp_id }));
      if (items.length < slice) continue;
      await this.database.writeIn(trx, items);
      items = [];
    }
    await this.database.writeIn(trx, items);
  }
}

function* rowsOf(lists: ListChange['lists']): Generator<ListedCustomer> {
  for (const list of lists) for (const customer of list) yield rowOf(customer);
}

function rowOf({ accountId = '', spId = '' }: Customer): ListedCustomer {
  return { account_id: accountId, sp_id: spId };
}

/** Each customer once. Nothing that was read has U+0000 in it. */
async function byKey(customers: Iterable<ListedCustomer>): Promise<Map<string, ListedCustomer>> {
  const found = new Map<string, ListedCustomer>();
  let count = 0;
  for (const customer of customers) {
    found.set(keyOf(customer), customer);
    if (++count % slice === 0) await setImmediate();
  }
  return found;
}

function keyOf({ account_id, sp_id }: ListedCustomer): string {
  return `${account_id}\0${sp_id}`;
}
