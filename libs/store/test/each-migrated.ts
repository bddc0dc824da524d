import { eachDatabase, type DatabasePlace } from '@trunkline/testing';
import type { Database } from '../src/database/database';
import { migrate, type Migration } from '../src/database/migrate';
import { openDatabase } from '../src/database/open-database';

/**
 * Runs tests on each database, with the tables of `migrations`. Both functions that the tests get answer when a test or a
 * hook runs, not while tests are declared.
 */
export function eachMigrated<T>(
  migrations: readonly Migration[],
  tests: (database: () => Database<T>, place: () => DatabasePlace) => void,
): void {
  eachDatabase((place) => {
    let database: Database<T>;
    beforeAll(async () => {
      database = await openDatabase<T>({ ...place(), name: 'migrated', instance: 'one' });
      await migrate(database, migrations);
    });
    afterAll(() => database.close());

    tests(() => database, place);
  });
}
