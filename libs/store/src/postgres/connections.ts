import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { DatabaseError, type Pool, type PoolClient, type QueryConfig, type QueryResultRow } from 'pg';
import { withTimeLimit } from '../database/time-limit';
import { postgresLimits } from './limits';

/** The connections of a service to its PostgreSQL: nobody waits for one, or for an answer on it, without an end. */
export class Connections implements PostgresPool {
  readonly options = {};

  /** @param noticed Is told of every error that a statement met. */
  constructor(
    private readonly pool: Pool,
    private readonly noticed: (error: unknown) => void,
  ) {}

  /** @param limit The time for each statement, in milliseconds. */
  async connect(limit: number = postgresLimits.statement): Promise<Connection> {
    const coming = this.pool.connect();
    try {
      return new Connection(await withTimeLimit(postgresLimits.wait, coming), limit, this.noticed);
    } catch (error) {
      // One that comes too late is for the next who asks.
      coming.then((client) => client.release()).catch(() => undefined);
      throw error;
    }
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}

/**
 * A connection, from when it is taken until it is released. Once a statement had no answer nobody knows what becomes of it: the connection
 * is of no more use, every further statement meets the same error, and it is closed when it is released.
 */
export class Connection implements PostgresPoolClient {
  private failure: unknown;

  constructor(
    private readonly client: PoolClient,
    private readonly limit: number,
    private readonly noticed: (error: unknown) => void,
  ) {}

  get lost(): boolean {
    return this.failure !== undefined;
  }

  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query(statement: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
    if (typeof statement !== 'string') throw new Error('Rows are not streamed: ask for pages.');
    return this.ask({ text: statement, values: [...parameters] });
  }

  async ask<R extends QueryResultRow>(statement: QueryConfig) {
    if (this.lost) throw this.failure;
    try {
      return await withTimeLimit(this.limit, this.client.query<R>(statement));
    } catch (error) {
      if (!(error instanceof DatabaseError)) this.failure = error;
      this.noticed(error);
      throw error;
    }
  }

  release(): void {
    this.client.release(this.lost);
  }
}
