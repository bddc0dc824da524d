import { givenTable } from './given';
import type { Columns, Row, Values } from './statement';

interface LookupDeclaration<C extends Columns> {
  /** What a row is made of, in order. */
  readonly columns: C;
  /**
   * A SELECT that both engines read. The rows stand in the table `given`; each has a whole number `place`, and what is found for it
   * must tell that.
   */
  readonly sql: string;
}

/**
 * A read on the way of a message, declared once: what several messages ask at the same time is asked together.
 *
 * ```ts
 * const orderOf = new Lookup({
 *   columns: { id: 'text' },
 *   sql: 'SELECT given.place, o.state FROM given JOIN work_order o ON o.id = given.id',
 * });
 * const [order]: OrderState[] = await database.lookUp(orderOf, { id }); // undefined: there is none
 * ```
 */
export class Lookup<C extends Columns = Columns> {
  readonly sqlite: string;
  readonly postgres: string;
  readonly width: number;
  private readonly columns: readonly string[];

  constructor({ columns, sql }: LookupDeclaration<C>) {
    const given = givenTable({ place: 'integer', ...columns });
    this.sqlite = `${given.sqlite} ${sql}`;
    this.postgres = `${given.postgres} ${sql}`;
    this.columns = Object.keys(columns);
    this.width = this.columns.length + 1;
  }

  row(values: Values<C>): Row {
    return this.columns.map((column) => values[column] ?? null);
  }
}
