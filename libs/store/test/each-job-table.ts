import { eachMigrated } from '@trunkline/testing';
import { ManualClock } from '../src/clock/manual-clock';
import type { Database } from '../src/database/database';
import { jobMigrations, type JobTables } from '../src/jobs/jobs.table';

interface EmptyJobTable {
  readonly database: Database<JobTables>;
  readonly clock: ManualClock;
}

/** Runs tests of jobs on each database; each test asks for one without jobs. */
export function eachJobTable(tests: (empty: () => Promise<EmptyJobTable>) => void): void {
  eachMigrated<JobTables>(jobMigrations, (migrated) =>
    tests(async () => {
      const database = migrated();
      await database.query.deleteFrom('job').execute();
      return { database, clock: new ManualClock() };
    }),
  );
}
