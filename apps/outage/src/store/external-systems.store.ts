import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '@trunkline/service';
import { Database } from '@trunkline/store';
import { OutageConfig } from '../outage.config';
import type { OutageTables } from './outage.tables';

/** The outage management systems that may report: those of the configuration, and those that the command added. */
@Injectable()
export class ExternalSystemsStore implements OnApplicationBootstrap {
  /** Nobody takes one away again. */
  private readonly known = new Set<string>();

  constructor(
    private readonly database: Database<OutageTables>,
    private readonly config: OutageConfig,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const name of this.config.externalSystems) await this.add(name);
  }

  async add(name: string): Promise<void> {
    const row = { name, added_at: this.clock.now().toISOString() };
    const { query } = this.database;
    await query
      .insertInto('external_system')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Those of the names that are known. One that was added a moment ago by another process is. */
  async knownAmong(names: Iterable<string>): Promise<ReadonlySet<string>> {
    const unknown = [...new Set(names)].filter((name) => !this.known.has(name));
    if (unknown.length > 0) {
      const rows = this.database.query
        .selectFrom('external_system')
        .select('name')
        .where('name', 'in', unknown);
      for (const { name } of await rows.execute()) this.known.add(name);
    }
    return this.known;
  }
}
