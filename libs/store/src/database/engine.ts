import type { Dialect, Transaction } from 'kysely';
import type { Lookup } from './lookup';
import type { Returned, Row, Statement } from './statement';
import type { TransactionScope } from './transaction-scope';

export type EngineName = 'sqlite' | 'postgres';

/** The rows of one statement in a shared transaction. */
export interface Slice {
  readonly statement: Statement;
  readonly rows: readonly Row[];
}

/** A transaction whatever its tables. */
export type AnyTransaction = Pick<Transaction<unknown>, 'executeQuery' | 'isTransaction'>;

/** The right to write a transaction of prepared statements; on SQLite nobody else writes meanwhile. */
export interface Writer {
  /** All slices in one transaction, durable when it resolves: for each slice the rows that its statement returned. */
  commit(slices: readonly Slice[]): Promise<readonly (readonly Returned[])[]>;
  release(): void;
}

/** What differs between SQLite and PostgreSQL beneath a Database. */
export interface Engine {
  readonly name: EngineName;
  readonly dialect: Dialect;
  readonly scope: TransactionScope;
  /** Whether there may be several writers at once. */
  readonly manyWriters: boolean;
  writer(): Promise<Writer>;
  /** What a lookup finds for all rows, as things stand: it sees nothing of a transaction that is under way. */
  read(lookup: Lookup, rows: readonly Row[]): Promise<readonly Returned[]>;
  /** All slices in a transaction that is under way: for each slice the rows that its statement returned. */
  writeIn(trx: AnyTransaction, slices: readonly Slice[]): Promise<readonly (readonly Returned[])[]>;
  /** All slices at the end of a transaction that is under way: what is wrong with them is known when it ends, at the latest. */
  writeLast(trx: AnyTransaction, slices: readonly Slice[]): Promise<void>;
  /** Rejects when it is of no use; what it asks for that is given up after so many milliseconds. */
  check(limit: number): Promise<void>;
  close(): Promise<void>;
}
