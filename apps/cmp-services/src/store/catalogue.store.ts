import { Injectable } from '@nestjs/common';
import type { CustomerLevel } from '@trunkline/contracts/cmp-services';
import { Database, Lookup } from '@trunkline/store';
import { reached } from './reached';
import type { CatalogueEntryRow, CmpTables } from './cmp.tables';

const customerWith = new Lookup({
  columns: { level: 'text', number: 'text' },
  sql: `
    SELECT given.place, c.number FROM given
    JOIN customer c ON c.level = given.level AND c.number = given.number`,
});

const entriesWith = new Lookup({
  columns: { level: 'text', code: 'text' },
  sql: `
    SELECT given.place, e.* FROM given
    JOIN catalogue_entry e ON e.level = given.level AND e.code = given.code
    ORDER BY e.effective_from`,
});

/** What can be created, and on whom. */
@Injectable()
export class CatalogueStore {
  constructor(private readonly database: Database<CmpTables>) {}

  /** Whether there is such a subscription, account or agreement. */
  async hasCustomer(level: CustomerLevel, number: string): Promise<boolean> {
    const found = await reached(this.database.lookUp(customerWith, { level, number }));
    return found.length > 0;
  }

  /** The entries of a code at a level, whenever they are effective: the earliest first. */
  entriesOf(level: CustomerLevel, code: string): Promise<CatalogueEntryRow[]> {
    return reached(this.database.lookUp(entriesWith, { level, code }));
  }

  /** Whether nothing was ever loaded. */
  async isEmpty(): Promise<boolean> {
    const { query } = this.database;
    const found = await Promise.all([
      query.selectFrom('customer').select('number').limit(1).executeTakeFirst(),
      query.selectFrom('catalogue_entry').select('code').limit(1).executeTakeFirst(),
    ]);
    return found.every((row) => row === undefined);
  }
}
