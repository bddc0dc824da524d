/** The lines of a table in Markdown, and the empty one that ends it. */
export function table(columns: readonly string[], lines: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(columns), row(columns.map(() => '---')), ...lines.map(row), ''];
}
