import type { PoolClient } from 'pg';
import type { Slice, Writer } from '../database/engine';
import type { Returned, Row, Statement, Value } from '../database/statement';
import { answeredByServer, metAnother } from './postgres.errors';

const MOST_ATTEMPTS = 5;

/** One connection of the pool, for transactions of prepared statements. */
export class PostgresWriter implements Writer {
  private broken = false;

  constructor(private readonly client: PoolClient) {}

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
    this.client.release(this.broken);
  }

  private async attempt(slices: readonly Slice[]): Promise<Returned[][]> {
    // A statement alone is a transaction: two round trips less.
    const alone = slices.length === 1;
    try {
      if (!alone) await this.client.query('BEGIN');
      const returned: Returned[][] = [];
      for (const slice of slices) returned.push(await this.run(slice));
      if (!alone) await this.client.query('COMMIT');
      return returned;
    } catch (error) {
      this.broken = !answeredByServer(error);
      if (!alone) await this.rollBack();
      throw error;
    }
  }

  private async rollBack(): Promise<void> {
    try {
      if (!this.broken) await this.client.query('ROLLBACK');
    } catch {
      this.broken = true;
    }
  }

  private async run({ statement, rows }: Slice): Promise<Returned[]> {
    const { name, postgres: text } = statement;
    const result = await this.client.query<Record<string, Value>>({
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
