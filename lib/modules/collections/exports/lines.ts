import { guarded } from '../values/formulas';

/**
 * Rows as CSV text (RFC 4180). Text that a spreadsheet would run as a formula is made plain by an
 * apostrophe; numbers stay as they are.
 */
export const csvLines = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = guarded(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
