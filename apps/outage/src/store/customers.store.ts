import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Customer } from '@trunkline/contracts/outage';
import { Database } from '@trunkline/store';
import { sql, type Transaction } from 'kysely';
import type { ListChange } from '../outage-event/customer-list';
import { addCustomers, type CustomersStatement, removeCustomers } from './customer.statements';
import type { OutageTables } from './outage.tables';

/** So many customers are read or compared at once, in a few milliseconds. */
const slice = 2_000;

/** So many are written at once: put in order together, they take a quarter of the time of slices of 2,000. */
const largestWrite = 20_000;

type OutageTransaction = Transaction<OutageTables>;

/** The customers of each event. Lists may be long: everybody else gets their turn in between. */
@Injectable()
export class CustomersStore {
  private readonly add: CustomersStatement;
  private readonly remove: CustomersStatement;

  constructor(private readonly database: Database<OutageTables>) {
    this.add = addCustomers(database.engine);
    this.remove = removeCustomers(database.engine);
  }

  /** Changes the list of an event whose row the transaction has locked, and writes only what is different afterwards. */
  async change(trx: OutageTransaction, eventId: string, { replaces, lists }: ListChange): Promise<void> {
    if (replaces && !(await this.isEmpty(trx, eventId))) return this.replace(trx, eventId, lists);
    for (const list of lists) await this.write(trx, this.add, eventId, list);
  }

  private async replace(trx: OutageTransaction, eventId: string, lists: ListChange['lists']): Promise<void> {
    if (lists.every((list) => list.length === 0)) return this.clear(trx, eventId);
    const wanted = await byKey(lists);
    const gone: Customer[] = [];
    for await (const page of this.pages(trx, eventId)) {
      for (const customer of page) if (!wanted.delete(keyOf(customer))) gone.push(customer);
    }
    await this.write(trx, this.remove, eventId, gone);
    await this.write(trx, this.add, eventId, [...wanted.values()]);
  }

  private async isEmpty(trx: OutageTransaction, eventId: string): Promise<boolean> {
    const any = trx.selectFrom('outage_customer').select('event_id').where('event_id', '=', eventId).limit(1);
    return (await any.executeTakeFirst()) === undefined;
  }

  private async clear(trx: OutageTransaction, eventId: string): Promise<void> {
    await trx.deleteFrom('outage_customer').where('event_id', '=', eventId).execute();
  }

  /** The list as it is, in the order of its key. */
  private async *pages(trx: OutageTransaction, eventId: string): AsyncGenerator<readonly Customer[]> {
    let [accountId, spId] = ['', ''];
    for (;;) {
      const { rows } = await sql<Required<Customer>>`
        SELECT account_id AS "accountId", sp_id AS "spId" FROM outage_customer
        WHERE event_id = ${eventId} AND (account_id, sp_id) > (${accountId}, ${spId})
        ORDER BY account_id, sp_id LIMIT ${sql.lit(slice)}`.execute(trx);
      yield rows;
      if (rows.length < slice) return;
      ({ accountId, spId } = rows.at(-1)!);
    }
  }

  private async write(
    trx: OutageTransaction,
    statement: CustomersStatement,
    eventId: string,
    customers: readonly Customer[],
  ): Promise<void> {
    for (let start = 0; start < customers.length; start += largestWrite) {
      const some = JSON.stringify(customers.slice(start, start + largestWrite));
      await this.database.writeIn(trx, [statement.item({ event_id: eventId, customers: some })]);
    }
  }
}

/** Each customer once. */
async function byKey(lists: ListChange['lists']): Promise<Map<string, Customer>> {
  const found = new Map<string, Customer>();
  for (const [index, customer] of lists.flat().entries()) {
    if (index % slice === 0) await setImmediate();
    found.set(keyOf(customer), customer);
  }
  return found;
}

/** Nothing that was read has U+0000 in it. */
function keyOf({ accountId = '', spId = '' }: Customer): string {
  return `${accountId}\0${spId}`;
}
