import type { Columns } from './statement';

/** The rows that a statement is run for, as a table: SQLite has one at a time, PostgreSQL all of them. */
export function givenTable(columns: Columns): { readonly sqlite: string; readonly postgres: string } {
  const names = Object.keys(columns).join(', ');
  const marks = Object.keys(columns).map(() => '?');
  const arrays = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
  return {
    sqlite: `WITH given(${names}) AS (VALUES (${marks.join(', ')}))`,
    postgres: `WITH given(${names}) AS (SELECT * FROM unnest(${arrays.join(', ')}))`,
  };
}
