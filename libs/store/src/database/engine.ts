import type { CompiledQuery, Dialect } from 'kysely';
import type { Returned, Row, Statement } from './statement';
import type { TransactionScope } from './transaction-scope';

export type EngineName = 'sqlite' | 'postgres';

/** The rows of one statement in a shared transaction. */
export interface Slice {
  readonly statement: Statement;
  readonly rows: readonly Row[];
}

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
  writer(): Promise<Writer>;
  /** The query that runs a statement for all rows. */
  many(statement: Statement, rows: readonly Row[]): CompiledQuery;
  /** The row itself is refused (a constraint, a value out of range): other rows may well be written. */
  refusesRow(error: unknown): boolean;
  check(): Promise<void>;
  close(): Promise<void>;
}
