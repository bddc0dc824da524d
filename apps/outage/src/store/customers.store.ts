import { Injectable } from '@nestjs/common';
import { type Customer, inTurns, Turn } from '@trunkline/contracts/outage';
import { Database } from '@trunkline/store';
import { sql, type Transaction } from 'kysely';
import type { ListChange, ListChanges } from '../outage-event/customer-list';
import { addCustomers, type CustomersStatement, removeCustomers } from './customer.statements';
import type { Events } from './events.store';
import type { OutageTables } from './outage.tables';
import type { Writing } from './writing';

/** So many customers are read at once, in a few milliseconds. */
const slice = 2_000;

type OutageTransaction = Transaction<OutageTables>;

export interface CustomerChanges {
  readonly changes: ListChanges;
  /** The events that there were before: others have no customers yet. */
  readonly known: Events;
}

/** The customers of each event. Lists may be long: everybody else gets their turn in between. */
@Injectable()
export class CustomersStore {
  private readonly add: CustomersStatement;
  private readonly remove: CustomersStatement;

  constructor(database: Database<OutageTables>) {
    this.add = addCustomers(database.engine);
    this.remove = removeCustomers(database.engine);
  }

  /** Changes the lists of events that the transaction has locked, and writes only what is different afterwards. */
  async change(trx: OutageTransaction, writing: Writing, { changes, known }: CustomerChanges): Promise<void> {
    const turn = new Turn();
    for (const [eventId, { replaces, lists }] of changes) {
      if (turn.isOver) await turn.next();
      if (replaces && known.has(eventId)) await this.replace(trx, writing, eventId, lists);
      else await writing.addCustomers(this.add, eventId, lists.flat());
    }
  }

  private async replace(
    trx: OutageTransaction,
    writing: Writing,
    eventId: string,
    lists: ListChange['lists'],
  ): Promise<void> {
    if (lists.every((list) => list.length === 0)) return this.clear(trx, eventId);
    let page = await this.pageAfter(trx, eventId);
    const wanted = await byKey(lists);
    const gone: Customer[] = [];
    while (page.length > 0) {
      for (const customer of page) if (!wanted.delete(keyOf(customer))) gone.push(customer);
      page = page.length < slice ? [] : await this.pageAfter(trx, eventId, page.at(-1));
    }
    await writing.addCustomers(this.remove, eventId, gone);
    await writing.addCustomers(this.add, eventId, [...wanted.values()]);
  }

  private async clear(trx: OutageTransaction, eventId: string): Promise<void> {
    await trx.deleteFrom('outage_customer').where('event_id', '=', eventId).execute();
  }

  /** The list as it is, in the order of its key, from after a customer on. */
  private async pageAfter(
    trx: OutageTransaction,
    eventId: string,
    { accountId = '', spId = '' }: Customer = {},
  ): Promise<readonly Customer[]> {
    const page = sql<Required<Customer>>`
      SELECT account_id AS "accountId", sp_id AS "spId" FROM outage_customer
      WHERE event_id = ${eventId} AND (account_id, sp_id) > (${accountId}, ${spId})
      ORDER BY account_id, sp_id LIMIT ${sql.lit(slice)}`;
    return (await page.execute(trx)).rows;
  }
}

/** Each customer once. */
async function byKey(lists: ListChange['lists']): Promise<Map<string, Customer>> {
  const found = new Map<string, Customer>();
  await inTurns(lists.flat(), (customer) => found.set(keyOf(customer), customer));
  return found;
}

/** Nothing that was read has U+0000 in it. */
function keyOf({ accountId = '', spId = '' }: Customer): string {
  return `${accountId}\0${spId}`;
}
