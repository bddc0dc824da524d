import { startPostgres } from './postgres.ts';

/**
 * Gives the tests a PostgreSQL: that of TEST_DATABASE_URL, or else one of this machine's own for as long as they run. This
 * variable is the tests' configuration, read here and in libs/testing only.
 */
export default async function setUp(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return;
  const postgres = await startPostgres();
  if (postgres) {
    // It ends with this process.
    process.env['TEST_DATABASE_URL'] = postgres.url;
    return;
  }
  if (process.env['CI']) throw new Error('There is no PostgreSQL: install it, or set TEST_DATABASE_URL.');
  process.stderr.write('There is no PostgreSQL here: the tests run on SQLite only.\n');
}
