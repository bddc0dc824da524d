import type { Customer } from '@trunkline/contracts/outage';
import type { AnyTransaction, Database, Item } from '@trunkline/store';
import type { CustomersStatement } from './customer.statements';
import { compareCustomers, inParts } from './in-parts';
import type { OutageTables } from './outage.tables';

/**
 * So many customers a part of a long list has, more or less: put in order together, they take a quarter of the time of parts of 2,000.
 * Written one after the other such parts fill the pages of an index from left to right: PostgreSQL needs half the time for them.
 */
const usual = 8_000;

/** More are not written at once, also where customers with one key cannot be parted. */
const largest = 10_000;

/** What one transaction writes: all of it together, or by and by where there are many customers. */
export class Writing {
  private items: Item[] = [];
  private count = 0;

  constructor(
    private readonly database: Database<OutageTables>,
    private readonly trx: AnyTransaction,
  ) {}

  add(items: readonly Item[]): void {
    for (const item of items) this.items.push(item);
  }

  async addCustomers(
    statement: CustomersStatement,
    eventId: string,
    customers: readonly Customer[],
  ): Promise<void> {
    for (const part of await inParts(customers, usual, compareCustomers))
      for (let start = 0; start < part.length; start += largest)
        await this.addPart(statement, eventId, part.slice(start, start + largest));
  }

  private async addPart(
    statement: CustomersStatement,
    event_id: string,
    customers: readonly Customer[],
  ): Promise<void> {
    if (this.count + customers.length > largest) await this.database.writeIn(this.trx, this.take());
    this.items.push(statement.item({ event_id, customers: JSON.stringify(customers) }));
    this.count += customers.length;
  }

  /** Writes what is left; the transaction does nothing any more. */
  end(): Promise<void> {
    return this.database.writeLast(this.trx, this.take());
  }

  private take(): Item[] {
    const { items } = this;
    this.items = [];
    this.count = 0;
    return items;
  }
}
