import { eachDatabase } from '@trunkline/testing';
import { ManualClock } from '../src/clock/manual-clock';
import type { Database } from '../src/database/database';
import { migrate } from '../src/database/migrate';
import { openDatabase } from '../src/database/open-database';
import { Journal } from '../src/journal/journal';
import { journalMigrations, type JournalTables } from '../src/journal/journal.table';
import { LEASE } from './messages';

export interface EmptyJournal {
  readonly database: Database<JournalTables>;
  readonly clock: ManualClock;
  readonly journal: Journal;
}

/** Runs tests of the journal on each database; each test asks for an empty one. */
export function eachJournal(tests: (empty: () => Promise<EmptyJournal>) => void): void {
  eachDatabase((place) => {
    let database: Database<JournalTables>;
    beforeAll(async () => {
      database = await openDatabase<JournalTables>({ ...place(), name: 'events', instance: 'one' });
      await migrate(database, journalMigrations);
    });
    afterAll(() => database.close());

    tests(async () => {
      await database.query.deleteFrom('journal').execute();
      const clock = new ManualClock();
      return { database, clock, journal: new Journal(database, { lease: LEASE, clock }) };
    });
  });
}
