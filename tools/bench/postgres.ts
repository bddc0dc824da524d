import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startPostgres } from '../check/postgres.ts';

/** A PostgreSQL database for one run. */
export interface Postgres {
  readonly url: string;
  /** How durable its server is set to be, in words. */
  readonly durability: string;
  close(): Promise<void>;
}

/** An empty database of the server at TEST_DATABASE_URL, or of one that is started here; undefined where there is none. */
export async function openPostgres(): Promise<Postgres | undefined> {
  const given = process.env['TEST_DATABASE_URL'];
  const started = given === undefined ? await startPostgres('on') : undefined;
  const server = given ?? started?.url;
  if (server === undefined) return undefined;
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  const durability = await tell(server, `CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(server), { pathname: name }).href;
  const close = async (): Promise<void> => {
    if (started) await started.stop();
    else await tell(server, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { url, durability, close };
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
