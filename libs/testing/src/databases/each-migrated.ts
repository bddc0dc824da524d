import { type Database, migrate, type Migration, openDatabase } from '@trunkline/store';
import { type DatabasePlace, eachDatabase } from './each-database';

/**
 * Runs the same tests on SQLite and on PostgreSQL, with the tables of `migrations`, empty at first. Both functions that the
 * tests get answer when a test or a hook runs, not while tests are declared.
 *
 * ```ts
 * eachMigrated<Tables>(migrations, (database) => {
 *   it('keeps an order', …);
 * });
 * ```
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
