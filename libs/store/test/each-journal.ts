import { eachMigrated } from '@trunkline/testing';
import { ManualClock } from '../src/clock/manual-clock';
import type { Database } from '../src/database/database';
import { Journal } from '../src/journal/journal';
import { journalMigrations, type JournalTables } from '../src/journal/journal.table';
import { LEASE } from './messages';

interface EmptyJournal {
  readonly database: Database<JournalTables>;
  readonly clock: ManualClock;
  readonly journal: Journal;
}

/** Runs tests of the journal on each database; each test asks for an empty one. */
export function eachJournal(tests: (empty: () => Promise<EmptyJournal>) => void): void {
  eachMigrated<JournalTables>(journalMigrations, (migrated) =>
    tests(async () => {
      const database = migrated();
      await database.query.deleteFrom('journal').execute();
      const clock = new ManualClock();
      return { database, clock, journal: new Journal(database, { lease: LEASE, clock }) };
    }),
  );
}
