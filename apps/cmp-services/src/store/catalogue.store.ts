import { Injectable } from '@nestjs/common';
import type { CustomerLevel } from '@trunkline/contracts/cmp-services';
import { Database } from '@trunkline/store';
import { reached } from './reached';
import type { CatalogueEntryRow, CmpTables } from './cmp.tables';

/** What can be created, and on whom. */
@Injectable()
export class CatalogueStore {
  constructor(private readonly database: Database<CmpTables>) {}

  /** Whether there is such a subscription, account or agreement. */
  async hasCustomer(level: CustomerLevel, number: string): Promise<boolean> {
    const customers = this.database.query.selectFrom('customer').select('number');
    const found = customers.where('level', '=', level).where('number', '=', number).executeTakeFirst();
    return (await reached(found)) !== undefined;
  }

  /** The entries of a code at a level, whenever they are effective: the earliest first. */
  entriesOf(level: CustomerLevel, code: string): Promise<CatalogueEntryRow[]> {
    const entries = this.database.query.selectFrom('catalogue_entry').selectAll();
    return reached(
      entries.where('level', '=', level).where('code', '=', code).orderBy('effective_from').execute(),
    );
  }

  /** Whether nothing was ever loaded. */
  async isEmpty(): Promise<boolean> {
    const { query } = this.database;
    const customer = query.selectFrom('customer').select('number').limit(1).executeTakeFirst();
    const entry = query.selectFrom('catalogue_entry').select('code').limit(1).executeTakeFirst();
    return (await customer) === undefined && (await entry) === undefined;
  }
}
