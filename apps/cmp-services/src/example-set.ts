import { join } from 'node:path';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Log } from '@trunkline/service';
import { Database } from '@trunkline/store';
import { loadFiles } from './load/loader';
import { CatalogueStore } from './store/catalogue.store';
import type { CmpTables } from './store/cmp.tables';

const files = ['services.csv', 'conflicts.csv', 'subscriptions.csv', 'accounts.csv', 'agreements.csv'];

/** A catalogue and customers to begin with, loaded into a database that has none. */
@Injectable()
export class ExampleSet implements OnApplicationBootstrap {
  constructor(
    private readonly catalogue: CatalogueStore,
    private readonly database: Database<CmpTables>,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.catalogue.isEmpty())) return;
    const paths = files.map((file) => join(__dirname, 'example', file));
    const rows = await loadFiles(this.database, paths, () => undefined);
    this.log.logger.info({ rows }, 'the database was empty: the example set is loaded');
  }
}
