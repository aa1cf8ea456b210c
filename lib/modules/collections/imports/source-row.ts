/** One row of a file: its place as a spreadsheet counts, and its cells, or why it has none. */
export type SourceRow =
  | { row: number; cells: unknown[] }
  | { row: number; broken: string; raw: string };

/**
 * A row as it is, or broken when it has more cells than the file has columns: it is out of step. One
 * with fewer ends in empty ones, as spreadsheets write it.
 */
export function overlong(row: SourceRow, columns: number): SourceRow {
  if ('broken' in row || row.cells.length <= columns) return row;
  if (row.cells.slice(columns).every((cell) => cell === '' || cell === null)) return row;
  const broken = `has ${row.cells.length} cells where the file has ${columns} columns`;
  return { row: row.row, broken, raw: row.cells.join(' | ').slice(0, 1_000) };
}
