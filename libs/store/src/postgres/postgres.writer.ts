import type { Slice, Writer } from '../database/engine';
import type { Returned, Row, Statement, Value } from '../database/statement';
import type { Connection } from './connections';
import { metAnother } from './postgres.errors';

const MOST_ATTEMPTS = 5;

/** One connection, for transactions of prepared statements. What had no answer may yet be written, or may not. */
export class PostgresWriter implements Writer {
  constructor(private readonly connection: Connection) {}

  async commit(slices: readonly Slice[]): Promise<Returned[][]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(slices);
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || !metAnother(error)) throw error;
      }
    }
  }

  release(): void {
    this.connection.release();
  }

  private async attempt(slices: readonly Slice[]): Promise<Returned[][]> {
    // A statement alone is a transaction: a round trip less.
    const [alone] = slices;
    if (alone && slices.length === 1) return [await this.run(alone)];
    await this.connection.ask({ text: 'BEGIN' });
    // In one round trip: where a statement fails the server refuses those behind it, and COMMIT undoes what was done.
    const ran = Promise.all(slices.map((slice) => this.run(slice)));
    const committed = this.connection.ask({ text: 'COMMIT' });
    // The connection is free when all are answered, also where the first failed.
    await Promise.allSettled([ran, committed]);
    const returned = await ran;
    await committed;
    return returned;
  }

  private async run({ statement, rows }: Slice): Promise<Returned[]> {
    const { name, postgres: text } = statement;
    const result = await this.connection.ask<Record<string, Value>>({
      name,
      text,
      values: arraysOf(statement, rows),
    });
    return result.rows;
  }
}

/** The rows turned round: one array a column, as unnest takes them. */
export function arraysOf({ width }: Statement, rows: readonly Row[]): Value[][] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
}
