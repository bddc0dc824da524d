import {
  type Database,
  type DatabaseLocation,
  migrate,
  type Migration,
  openDatabase,
} from '@trunkline/store';
import { sql } from 'kysely';

/** Runs SQL that both engines read. */
export type RunSql = (text: string) => Promise<void>;

/**
 * Fills the database of a service before it starts, with a few statements of many rows: a service would take hours. Says when it is done.
 *
 * @param name The service's.
 * @param tell What there is to say of the filled database.
 */
export async function fillDatabase<T>(
  name: string,
  migrations: readonly Migration[],
  fill: (run: RunSql) => Promise<void>,
  tell?: (database: Database<T>) => Promise<string>,
): Promise<void> {
  const { DATABASE_URL: url, DATA_FOLDER: folder = '' } = process.env;
  const location: DatabaseLocation = { url, folder, name, instance: 'bench' };
  const database = await openDatabase<T>(location);
  await migrate(database, migrations);
  const run: RunSql = async (text) => void (await sql.raw(text).execute(database.query));
  await fill(run);
  // Otherwise PostgreSQL does so while we measure.
  await run(database.engine === 'postgres' ? 'VACUUM ANALYZE' : 'ANALYZE');
  const filled = (await tell?.(database)) ?? '';
  await database.close();
  process.send?.({ filled });
}

/** The rows of an INSERT for each number `n` from 0. Both engines read it. */
export function numbers(count: number): string {
  return `WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count - 1})`;
}
