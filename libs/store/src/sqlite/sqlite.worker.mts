// The thread in which SQLite runs: a commit waits for the disk, and the main thread must not. Run as it stands by Node's
// type stripping, or bundled beside a service's main.js; therefore it imports nothing of ours.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

export interface SqliteFile {
  readonly file: string;
  readonly readOnly: boolean;
}

export type SqliteRow = readonly SQLInputValue[];

/** One statement, run once for each row of parameters. */
export interface SqliteStatement {
  readonly sql: string;
  readonly rows: readonly SqliteRow[];
}

export interface SqliteResult {
  /** What the statement gave back, for all its runs. */
  readonly rows: Record<string, unknown>[];
  readonly changes: number;
}

export interface SqliteFailure {
  readonly message: string;
  /** SQLite's extended result code; undefined when a value could not be bound. */
  readonly code: number | undefined;
}

/** Answers come in the order of the requests. The first one, undefined, says that the file is open. */
export type SqliteReply = { readonly results: readonly SqliteResult[] } | { readonly failure: SqliteFailure };

const LARGEST_CACHE = 200;

const settings = [
  'PRAGMA busy_timeout = 5000', // somebody may look into the file with a tool
  'PRAGMA foreign_keys = ON',
];
const writerSettings = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL', // acknowledged means on the disk
  // A statement that writes to many pages would copy them to a file first, to be able to undo itself: a quarter of what it takes.
  'PRAGMA temp_store = MEMORY',
];

const { file, readOnly } = workerData as SqliteFile;
// Who only reads may not say that it will write.
const begin = readOnly ? 'BEGIN' : 'BEGIN IMMEDIATE';
const prepared = new Map<string, StatementSync>();
let lock: DatabaseSync | undefined;
let database: DatabaseSync;

function open(): void {
  // Two processes would take each other's running messages for orphans of a crash.
  if (!readOnly) {
    lock = new DatabaseSync(`${file}.lock`);
    lock.exec('BEGIN EXCLUSIVE');
  }
  database = new DatabaseSync(file, { readOnly });
  for (const setting of readOnly ? settings : [...settings, ...writerSettings]) database.exec(setting);
}

/** Several runs, or several statements, are one transaction, unless they are in one or begin it themselves. */
function run(statements: readonly SqliteStatement[]): SqliteResult[] {
  const [first] = statements;
  const alone = statements.length === 1 && first?.rows.length === 1;
  if (alone || database.isTransaction || first?.sql === begin) return statements.map(execute);
  database.exec(begin);
  try {
    const results = statements.map(execute);
    database.exec('COMMIT');
    return results;
  } catch (error) {
    rollBack();
    throw error;
  }
}

function execute({ sql, rows }: SqliteStatement): SqliteResult {
  if (sql === 'ROLLBACK') return rollBack();
  const statement = prepare(sql);
  if (statement.columns().length > 0) {
    return { rows: rows.flatMap((row) => statement.all(...row)), changes: 0 };
  }
  let changes = 0;
  for (const row of rows) changes += Number(statement.run(...row).changes);
  return { rows: [], changes };
}

/** SQLite has rolled back already after some errors, a full disk among them. */
function rollBack(): SqliteResult {
  if (database.isTransaction) database.exec('ROLLBACK');
  return { rows: [], changes: 0 };
}

function prepare(sql: string): StatementSync {
  const statement = prepared.get(sql) ?? database.prepare(sql);
  // Put at the end: the first one is the one that was not used for longest.
  prepared.delete(sql);
  prepared.set(sql, statement);
  const [oldest] = prepared.keys();
  if (prepared.size > LARGEST_CACHE && oldest !== undefined) prepared.delete(oldest);
  return statement;
}

function attempt(work: () => SqliteResult[]): SqliteReply {
  try {
    return { results: work() };
  } catch (error) {
    const { message, errcode } = error as Error & { errcode?: number };
    return { failure: { message, code: errcode } };
  }
}

parentPort?.on('message', (request: readonly SqliteStatement[] | 'close') => {
  if (request !== 'close') return parentPort?.postMessage(attempt(() => run(request)));
  database.close();
  lock?.close();
  parentPort?.close();
});

parentPort?.postMessage(
  attempt(() => {
    open();
    return [];
  }),
);
