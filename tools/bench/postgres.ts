import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startPostgres } from '../check/postgres.ts';

/** A PostgreSQL server for one run. */
export interface Postgres {
  /** How durable it is set to be, in words. */
  readonly durability: string;
  /** Makes an empty database, and gives its URL. */
  makeDatabase(): Promise<string>;
  /** Drops what was made. */
  close(): Promise<void>;
}

/** The server at TEST_DATABASE_URL, or one that is started here; undefined where there is none. */
export async function openPostgres(): Promise<Postgres | undefined> {
  const given = process.env['TEST_DATABASE_URL'];
  const started = given === undefined ? await startPostgres('on') : undefined;
  const server = given ?? started?.url;
  if (server === undefined) return undefined;
  const names: string[] = [];
  return {
    durability: await tell(server, 'SELECT 1'),
    makeDatabase: async () => {
      const name = `bench_${randomUUID().replaceAll('-', '')}`;
      names.push(name);
      await tell(server, `CREATE DATABASE ${name}`);
      return Object.assign(new URL(server), { pathname: name }).href;
    },
    close: async () => {
      if (started) return started.stop();
      for (const name of names) await tell(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function tell(server: string, sql: string): Promise<string> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  const { rows } = await client.query<Record<string, string>>(
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
       current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`,
  );
  await client.end();
  const [{ version, fsync, commit } = {}] = rows;
  return `PostgreSQL ${version} with fsync ${fsync} and synchronous_commit ${commit}.`;
}
