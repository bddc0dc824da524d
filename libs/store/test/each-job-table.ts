import { eachDatabase } from '@trunkline/testing';
import { ManualClock } from '../src/clock/manual-clock';
import type { Database } from '../src/database/database';
import { migrate } from '../src/database/migrate';
import { openDatabase } from '../src/database/open-database';
import { jobMigrations, type JobTables } from '../src/jobs/jobs.table';

export interface EmptyJobTable {
  readonly database: Database<JobTables>;
  readonly clock: ManualClock;
}

/** Runs tests of jobs on each database; each test asks for one without jobs. */
export function eachJobTable(tests: (empty: () => Promise<EmptyJobTable>) => void): void {
  eachDatabase((place) => {
    let database: Database<JobTables>;
    beforeAll(async () => {
      database = await openDatabase<JobTables>({ ...place(), name: 'outage', instance: 'one' });
      await migrate(database, jobMigrations);
    });
    afterAll(() => database.close());

    tests(async () => {
      await database.query.deleteFrom('job').execute();
      return { database, clock: new ManualClock() };
    });
  });
}
