/** Cells of a line, parted by commas, semicolons or tabs; quotes hold a cell together. */
export function cellsOf(line: string): string[] {
  const quotes = line.split('"').length % 2 === 1;
  const cells: string[] = [];
  let cell = '';
  let inside = false;
  for (const letter of line) {
    if (letter === '"' && quotes) inside = !inside;
    if (inside || !/[,;\t]/.test(letter)) {
      cell += letter;
    } else {
      cells.push(cell);
      cell = '';
    }
  }
  return [...cells, cell].map(unquoted);
}

/**
 * Addresses of a cell with their names: `Kim <kim@x.example>`, `Kim kim@x.example`, or several bare
 * ones; what stands between those comes along as if it were one.
 */
export function addressesOf(cell: string): { email: string; name: string }[] {
  const bracketed = [...cell.matchAll(/([^<>]*)<([^<>\s]+)>/g)].map(
    ([, name = '', email = '']) => ({
      email,
      name: unquoted(name),
    }),
  );
  if (bracketed.length > 0) return bracketed;
  const parts = cell.split(/\s+/);
  const [email, second] = parts.filter((part) => part.includes('@'));
  if (email === undefined) return [];
  if (second !== undefined) return parts.map((part) => ({ email: part, name: '' }));
  return [{ email, name: parts.filter((part) => part !== email).join(' ') }];
}

/** A line that reads as these cells again. */
export const lineOf = (cells: readonly string[]): string =>
  cells
    .filter(Boolean)
    .map((cell) => (/[",;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(', ');

function unquoted(cell: string): string {
  const trimmed = cell.trim();
  const [, whole] = /^"(.*)"$/.exec(trimmed) ?? [];
  return whole === undefined ? trimmed : whole.replaceAll('""', '"').trim();
}
