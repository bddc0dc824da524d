import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** Where a database of the tests' own is: what `openDatabase` takes, but the names. */
export interface DatabasePlace {
  /** undefined: SQLite, in the folder. */
  readonly url: string | undefined;
  readonly folder: string;
}

/** The variables by which a service keeps its data there, listens on a free port of this machine, and logs nothing. */
export function settingsOf({ url, folder }: DatabasePlace): Record<string, string> {
  const quiet = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' };
  return { ...quiet, ...(url === undefined ? { DATA_FOLDER: folder } : { DATABASE_URL: url }) };
}

type Tests = (place: () => DatabasePlace) => void;

/**
 * Runs the same tests on SQLite and on PostgreSQL, each on an empty database of their own, which is gone afterwards. The
 * PostgreSQL half is skipped where there is no server (tools/check/global-setup.ts says so). Ask for the place in a hook or
 * in a test, not while the tests are declared. `eachMigrated` opens it as well.
 */
export function eachDatabase(tests: Tests): void {
  describe('on SQLite', () => {
    const folder = temporaryFolder();
    tests(() => ({ url: undefined, folder: folder() }));
  });
  onPostgres(tests);
}

/** For what only PostgreSQL can do: several instances of a service on one database. */
export function onPostgres(tests: Tests): void {
  const server = process.env['TEST_DATABASE_URL'];
  (server ? describe : describe.skip)('on PostgreSQL', () => {
    const folder = temporaryFolder();
    const url = temporaryDatabase(server ?? '');
    tests(() => ({ url, folder: folder() }));
  });
}

function temporaryFolder(): () => string {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trunkline-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}

function temporaryDatabase(server: string): string {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  beforeAll(() => tell(server, `CREATE DATABASE ${name}`));
  // FORCE: a test that failed may have left its connections open.
  afterAll(() => tell(server, `DROP DATABASE ${name} WITH (FORCE)`));
  return server.replace(/(?<=\/\/[^/]*\/)[^?]*/, name);
}

async function tell(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}
