import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { TransactionScope } from '../database/transaction-scope';
import type { SqliteThread } from './sqlite.thread';
import type { SqliteRow } from './sqlite.worker.mts';
import type { Turns } from './turns';

export interface SqliteThreads {
  readonly writer: SqliteThread;
  /** WAL lets it read while the writer is in the middle of a transaction. */
  readonly reader: SqliteThread;
  /** Whose turn it is at the writer. */
  readonly turns: Turns;
  readonly scope: TransactionScope;
}

/** Kysely on two threads: what changes anything waits for its turn at the writer, what only reads goes to the reader. */
export class SqliteDialect implements Dialect {
  constructor(private readonly threads: SqliteThreads) {}

  createDriver(): Driver {
    return new SqliteDriver(this.threads);
  }

  createAdapter(): DialectAdapter {
    return new ThreadedSqliteAdapter();
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }

  createIntrospector(query: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(query);
  }
}

class ThreadedSqliteAdapter extends SqliteAdapter {
  /** Otherwise Kysely puts readers and writers into one queue. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class SqliteDriver implements Driver {
  constructor(private readonly threads: SqliteThreads) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    return new SqliteConnection(this.threads);
  }

  beginTransaction(connection: SqliteConnection): Promise<void> {
    return connection.begin();
  }

  commitTransaction(connection: SqliteConnection): Promise<void> {
    return connection.end('COMMIT');
  }

  rollbackTransaction(connection: SqliteConnection): Promise<void> {
    return connection.rollBack();
  }

  async releaseConnection(connection: SqliteConnection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {}
}

/** What Kysely holds for one query or one transaction. From its first write on it has the writer to itself. */
class SqliteConnection implements DatabaseConnection {
  private endTurn: (() => void) | undefined;

  constructor(private readonly threads: SqliteThreads) {}

  async executeQuery<R>({ query, sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const thread =
      !this.endTurn && query.kind === 'SelectQueryNode' ? this.threads.reader : await this.writer();
    const [result] = await thread.run([{ sql, rows: [parameters as SqliteRow] }]);
    return {
      rows: (result?.rows ?? []) as R[],
      numAffectedRows: BigInt(result?.changes ?? 0),
    };
  }

  streamQuery(): never {
    throw new Error('SQLite runs in another thread, from which rows are not streamed: ask for pages.');
  }

  async begin(): Promise<void> {
    const writer = await this.writer();
    writer.runAhead([{ sql: 'BEGIN IMMEDIATE', rows: [[]] }]);
  }

  rollBack(): Promise<void> {
    this.threads.writer.forget();
    return this.end('ROLLBACK');
  }

  async end(sql: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    await this.threads.writer.run([{ sql, rows: [[]] }]);
  }

  release(): void {
    this.endTurn?.();
    this.endTurn = undefined;
  }

  private async writer(): Promise<SqliteThread> {
    if (!this.endTurn) {
      this.threads.scope.refuseInside();
      this.endTurn = await this.threads.turns.take();
    }
    return this.threads.writer;
  }
}
