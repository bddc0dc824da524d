import type { Columns } from './statement';

/**
 * The rows that a statement is run for, as a table: SQLite has one at a time, PostgreSQL all of them.
 *
 * @param order The column that they are put in order by, where that matters.
 */
export function givenTable(
  columns: Columns,
  order?: string,
): { readonly sqlite: string; readonly postgres: string } {
  const names = Object.keys(columns);
  const marks = names.map(() => '?');
  const arrays = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
  const sorted = order === undefined ? '' : ` ORDER BY ${names.indexOf(order) + 1}`;
  return {
    sqlite: `WITH given(${names.join(', ')}) AS (VALUES (${marks.join(', ')}))`,
    postgres: `WITH given(${names.join(', ')}) AS (SELECT * FROM unnest(${arrays.join(', ')})${sorted})`,
  };
}
