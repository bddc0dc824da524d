import { givenTable } from './given';

/** The values of the portable subset: text (also timestamps, json and exact decimals), whole numbers below 2^31, nothing. */
export type Value = string | number | null;

/** Values in the order of a statement's columns. */
export type Row = readonly Value[];

/** A row that a statement gave back: the columns of its RETURNING clause. */
export type Returned = Readonly<Record<string, Value>>;

export type Columns = Readonly<Record<string, 'text' | 'integer'>>;

export type Values<C extends Columns> = {
  readonly [name in keyof C]: (C[name] extends 'integer' ? number : string) | null;
};

/** A statement with the row to run it for: what a group commit is made of. */
export interface Item {
  readonly statement: Statement;
  readonly row: Row;
  /** Told once the row is durable. Must not throw. */
  readonly committed?: (() => void) | undefined;
}

interface StatementDeclaration<C extends Columns> {
  /** Unique in the service: PostgreSQL prepares the statement under it, and transactions run their statements in its order. */
  readonly name: string;
  /** What a row is made of, in order. */
  readonly columns: C;
  /** The column that tells the rows of one transaction apart; RETURNING must give it back. */
  readonly key: keyof C & string;
  /**
   * SQL that both engines read. The rows stand in the table `given`: for an UPDATE in the order of `key`, otherwise as they came.
   * An INSERT of many rows that may meet others selects them `ORDER BY` its unique columns, so that two instances lock them in the
   * same order.
   */
  readonly sql: string;
}

/**
 * A write that is run for many rows at once, declared once: SQLite runs it for each row, PostgreSQL for all rows together.
 *
 * ```ts
 * const close = new Statement({
 *   name: 'close-order',
 *   columns: { id: 'text', closed_at: 'text' },
 *   key: 'id',
 *   sql: 'UPDATE work_order SET closed_at = given.closed_at FROM given WHERE work_order.id = given.id RETURNING work_order.id',
 * });
 * const [closed] = await database.groupCommit.write([close.item({ id, closed_at })]); // undefined: there is no such order
 * ```
 */
export class Statement<C extends Columns = Columns> {
  readonly name: string;
  readonly key: string;
  readonly sqlite: string;
  readonly postgres: string;
  readonly width: number;
  private readonly columns: readonly string[];
  private readonly keyIndex: number;

  constructor({ name, columns, key, sql }: StatementDeclaration<C>) {
    this.name = name;
    this.key = key;
    this.columns = Object.keys(columns);
    this.width = this.columns.length;
    this.keyIndex = this.columns.indexOf(key);
    // Rows that two instances change are locked in the same order by both, unless PostgreSQL joins them in another way: then the one that
    // loses is done again. What is inserted keeps the order in which it came.
    const given = givenTable(columns, /^\s*UPDATE/.test(sql) ? key : undefined);
    this.sqlite = `${given.sqlite} ${sql}`;
    this.postgres = `${given.postgres} ${sql}`;
  }

  item(values: Values<C>, committed?: () => void): Item {
    return { statement: this, row: this.row(values), committed };
  }

  row(values: Values<C>): Row {
    return this.columns.map((column) => values[column] ?? null);
  }

  keyOf(row: Row): Value {
    return row[this.keyIndex] ?? null;
  }
}
