import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyTransaction, Engine, Slice, Writer } from '../database/engine';
import { isTaken, remedyOf } from '../database/errors';
import type { Lookup } from '../database/lookup';
import type { Returned, Row } from '../database/statement';
import { TransactionScope } from '../database/transaction-scope';
import { SqliteDialect, type SqliteThreads } from './sqlite.dialect';
import { SqliteThread } from './sqlite.thread';
import type { SqliteResult, SqliteStatement } from './sqlite.worker.mts';
import { Turns } from './turns';

/** Takes pages from the disk, all in one transaction, and leaves nothing behind but free ones. */
const roomToWork = [
  'CREATE TABLE room_to_work (room blob NOT NULL)',
  'INSERT INTO room_to_work VALUES (zeroblob(65536))',
  'DROP TABLE room_to_work',
];

export async function openSqlite(folder: string, name: string): Promise<SqliteEngine> {
  const file = join(folder, `${name}.sqlite`);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    const writer = await SqliteThread.open({ file, readOnly: false });
    const reader = await openReader(file, writer);
    return new SqliteEngine({ writer, reader, turns: new Turns(), scope: new TransactionScope() });
  } catch (error) {
    throw new Error(`The database file ${file} cannot be opened: ${remedy(error)}`, { cause: error });
  }
}

/** Without it the writer is of no use, and nobody else could open the file. */
async function openReader(file: string, writer: SqliteThread): Promise<SqliteThread> {
  try {
    return await SqliteThread.open({ file, readOnly: true });
  } catch (error) {
    await writer.close();
    throw error;
  }
}

function remedy(error: unknown): string {
  if (isTaken(error)) {
    return 'another process has it. Stop that one, or use PostgreSQL to run several instances.';
  }
  return `${(error as Error).message}. ${remedyOf(error) ?? 'Make the folder writable for this user, or configure another one.'}`;
}

class SqliteEngine implements Engine {
  readonly name = 'sqlite';
  readonly dialect: SqliteDialect;
  readonly scope: TransactionScope;
  readonly manyWriters = false;

  constructor(private readonly threads: SqliteThreads) {
    this.dialect = new SqliteDialect(threads);
    this.scope = threads.scope;
  }

  async writer(): Promise<Writer> {
    const release = await this.threads.turns.take();
    return { commit: (slices) => this.commit(slices), release };
  }

  async read({ sqlite: sql }: Lookup, rows: readonly Row[]): Promise<readonly Returned[]> {
    const [found] = await this.threads.reader.run([{ sql, rows }]);
    return found!.rows as Returned[];
  }

  /** The transaction has the writer to itself: whatever it runs is part of it. */
  writeIn(_trx: AnyTransaction, slices: readonly Slice[]): Promise<readonly Returned[][]> {
    return this.commit(slices);
  }

  /** With the COMMIT, so that the thread is woken once for both. */
  async writeLast(_trx: AnyTransaction, slices: readonly Slice[]): Promise<void> {
    this.threads.writer.runAhead(statementsOf(slices));
  }

  async check(): Promise<void> {
    const { writer, reader } = this.threads;
    writer.assertRunning();
    const checks = [
      reader.run([{ sql: 'SELECT 1', rows: [[]] }]),
      ...(writer.inTrouble ? [this.tryToWrite()] : []),
    ];
    await Promise.all(checks);
  }

  async close(): Promise<void> {
    const endTurn = await this.threads.turns.take();
    // The writer last: what stands in the log goes into the file, which is whole by itself then. Who only reads cannot do that.
    await this.threads.reader.close();
    await this.threads.writer.close();
    endTurn();
  }

  /** Whether there is room again; nobody else may come to try, as long as we are not ready. */
  private async tryToWrite(): Promise<readonly SqliteResult[]> {
    const { turns, writer } = this.threads;
    const endTurn = await turns.take();
    try {
      const results = await writer.run(roomToWork.map((sql) => ({ sql, rows: [[]] })));
      writer.wasWritten();
      return results;
    } finally {
      endTurn();
    }
  }

  private async commit(slices: readonly Slice[]): Promise<readonly Returned[][]> {
    const results = await this.threads.writer.run(statementsOf(slices));
    return results.map(({ rows }) => rows as Returned[]);
  }
}

function statementsOf(slices: readonly Slice[]): SqliteStatement[] {
  return slices.map(({ statement, rows }) => ({ sql: statement.sqlite, rows }));
}
