import type { Slice, Writer } from '../database/engine';
import { metAnother } from '../database/errors';
import type { Returned, Row, Value } from '../database/statement';
import type { Connection } from './connections';

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
    // A statement alone is a transaction: two round trips less.
    const alone = slices.length === 1;
    try {
      if (!alone) await this.connection.ask({ text: 'BEGIN' });
      const returned: Returned[][] = [];
      for (const slice of slices) returned.push(await this.run(slice));
      if (!alone) await this.connection.ask({ text: 'COMMIT' });
      return returned;
    } catch (error) {
      if (!alone) await this.rollBack();
      throw error;
    }
  }

  /** Where that has no answer either, the connection knows. */
  private async rollBack(): Promise<void> {
    await this.connection.ask({ text: 'ROLLBACK' }).catch(() => undefined);
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
export function arraysOf({ width }: { readonly width: number }, rows: readonly Row[]): Value[][] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
}
