import { CompiledQuery, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { AnyTransaction, Engine, Slice, Writer } from '../database/engine';
import { ofTheDisk } from '../database/errors';
import type { Lookup } from '../database/lookup';
import type { Returned, Row, Value } from '../database/statement';
import { TransactionScope } from '../database/transaction-scope';
import { Connections } from './connections';
import { postgresLimits } from './limits';
import { arraysOf, PostgresWriter } from './postgres.writer';

/** Takes pages from the disk, all in one transaction, and leaves nothing behind. */
const roomToWork = `
  CREATE TABLE room_to_work AS SELECT repeat(' ', 1000) AS room FROM generate_series(1, 64);
  DROP TABLE room_to_work`;

/** https://www.postgresql.org/docs/current/catalog-pg-type.html: what count(*) and an identity column are. */
const INT8 = 20;

export async function openPostgres(url: string, name: string, instance: string): Promise<PostgresEngine> {
  const place = placeOf(url);
  const schema = name.replaceAll('-', '_');
  const pool = openPool(url, schema, `${name} ${instance}`);
  try {
    await createSchema(pool, schema);
    return new PostgresEngine(pool);
  } catch (error) {
    await pool.end();
    const advice = 'Start it, or correct DATABASE_URL.';
    throw new Error(`PostgreSQL at ${place} cannot be used: ${reasonOf(error)}. ${advice}`, { cause: error });
  }
}

/** The reason in one line: a host with several addresses fails with one error for each and no words of its own. */
function reasonOf(error: unknown): string {
  const { message, errors } = error as Error & { readonly errors?: readonly Error[] };
  return message || (errors?.[0]?.message ?? '');
}

/** The URL without user and password. */
function placeOf(url: string): string {
  const { protocol, host, pathname } = URL.canParse(url)
    ? new URL(url)
    : { protocol: '', host: '', pathname: '' };
  if (protocol === 'postgres:' || protocol === 'postgresql:') return `${host}${pathname}`;
  throw new Error('DATABASE_URL is not of the form postgres://user:password@host:5432/database.');
}

function openPool(connectionString: string, schema: string, applicationName: string): Pool {
  const pool = new Pool({
    connectionString,
    max: postgresLimits.connections,
    application_name: applicationName,
    connectionTimeoutMillis: postgresLimits.connect,
    keepAlive: true,
    types: {
      // Whole numbers are numbers on both engines; those we store are far below 2^53.
      getTypeParser: (id, format) => (id === INT8 ? Number : types.getTypeParser(id, format)),
    },
    onConnect: async (client) => {
      // A connection that is lost while nobody asks anything must not end the process: the next query says so.
      client.on('error', () => undefined);
      await client.query(`SET search_path TO "${schema}"`);
    },
  });
  pool.on('error', () => undefined);
  return pool;
}

/** Asks first: a service for which a schema was made need not have the right to make one. */
async function createSchema(pool: Pool, schema: string): Promise<void> {
  if (await schemaExists(pool, schema)) return;
  try {
    await pool.query(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
  } catch (error) {
    // IF NOT EXISTS fails when another instance makes it at the same time.
    if (!(await schemaExists(pool, schema))) throw error;
  }
}

async function schemaExists(pool: Pool, schema: string): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema]);
  return rowCount === 1;
}

class PostgresEngine implements Engine {
  readonly name = 'postgres';
  readonly dialect: PostgresDialect;
  readonly scope = new TransactionScope();
  readonly manyWriters = true;
  private readonly connections: Connections;
  /** Something could not be written, for the disk's sake; until it can again. */
  private inTrouble = false;

  constructor(pool: Pool) {
    this.connections = new Connections(pool, (error) => (this.inTrouble ||= ofTheDisk(error)));
    this.dialect = new PostgresDialect({ pool: this.connections });
  }

  async writer(): Promise<Writer> {
    return new PostgresWriter(await this.connections.connect(postgresLimits.write));
  }

  /** Not by a name: a plan that is kept would be that of the tables as they were, and they may have been empty. */
  async read(lookup: Lookup, rows: readonly Row[]): Promise<readonly Returned[]> {
    const connection = await this.connections.connect();
    try {
      const statement = { text: lookup.postgres, values: arraysOf(lookup, rows) };
      return (await connection.ask<Record<string, Value>>(statement)).rows;
    } finally {
      connection.release();
    }
  }

  async writeIn(trx: AnyTransaction, slices: readonly Slice[]): Promise<Returned[][]> {
    const returned: Returned[][] = [];
    for (const { statement, rows } of slices) {
      const query = CompiledQuery.raw(statement.postgres, arraysOf(statement, rows));
      returned.push((await trx.executeQuery<Returned>(query)).rows);
    }
    return returned;
  }

  async writeLast(trx: AnyTransaction, slices: readonly Slice[]): Promise<void> {
    await this.writeIn(trx, slices);
  }

  /** Nobody else may come to try whether there is room again, as long as we are not ready. */
  async check(limit: number): Promise<void> {
    const connection = await this.connections.connect(limit);
    try {
      if (!this.inTrouble) return void (await connection.ask({ text: 'SELECT 1' }));
      await connection.ask({ text: roomToWork });
      this.inTrouble = false;
    } finally {
      connection.release();
    }
  }

  close(): Promise<void> {
    return this.connections.end();
  }
}
