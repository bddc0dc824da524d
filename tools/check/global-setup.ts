import { startPostgres } from './postgres.ts';

declare global {
  // Jest loads set-up and tear-down apart from each other, in one process.
  var stopPostgres: (() => Promise<void>) | undefined;
}

/**
 * Gives the tests a PostgreSQL: that of TEST_DATABASE_URL, or else one of this machine's own for as long as they run. This
 * variable is the tests' configuration, read here and in libs/testing only.
 */
export default async function setUp(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return;
  const postgres = await startPostgres();
  if (postgres) {
    process.env['TEST_DATABASE_URL'] = postgres.url;
    globalThis.stopPostgres = postgres.stop;
    return;
  }
  if (process.env['CI']) throw new Error('There is no PostgreSQL: install it, or set TEST_DATABASE_URL.');
  process.stderr.write('There is no PostgreSQL here: the tests run on SQLite only.\n');
}
