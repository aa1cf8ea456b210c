import type { Point, Range } from './grid-state';

/** Cells as a spreadsheet copies them: tabs between columns, newlines between rows. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quote).join('\t')).join('\n');
}

const quote = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Reads what spreadsheets put on the clipboard, quoted cells with newlines included. */
export function parseTsv(text: string): string[][] {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= source.length) {
    const cell = readCell(source, at);
    row.push(cell.text);
    const stop = source[cell.end];
    if (stop !== '\t') {
      rows.push(row);
      row = [];
    }
    if (stop === undefined) break;
    at = cell.end + 1;
  }
  return rows;
}

function readCell(source: string, start: number): { text: string; end: number } {
  if (source[start] === '"') {
    const quoted = readQuoted(source, start);
    if (quoted) return quoted;
  }
  let end = start;
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end += 1;
  return { text: source.slice(start, end), end };
}

/** Undefined when the quotes do not close at a cell's end: then they were only text. */
function readQuoted(source: string, start: number) {
  let text = '';
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] !== '"') {
      text += source[at];
    } else if (source[at + 1] === '"') {
      text += '"';
      at += 1;
    } else {
      const after = source[at + 1];
      const closes = after === undefined || after === '\t' || after === '\n';
      return closes ? { text, end: at + 1 } : undefined;
    }
  }
  return undefined;
}

export type PastedCell = { at: Point; text: string };

/** Where each pasted cell goes, from the top left of the range; one cell fills the whole range. */
export function placePaste(
  cells: readonly (readonly string[])[],
  range: Range,
  size: { rows: number; columns: number },
): {
  placed: PastedCell[];
  /** Cells below the last row or right of the last column. */
  beyond: PastedCell[];
} {
  const single = cells.length === 1 && cells[0]?.length === 1;
  const placed: PastedCell[] = [];
  const beyond: PastedCell[] = [];
  const put = (row: number, column: number, text: string) => {
    const isInside = row < size.rows && column < size.columns;
    (isInside ? placed : beyond).push({ at: { row, column }, text });
  };
  if (single) {
    const text = cells[0]?.[0] ?? '';
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) put(row, column, text);
    }
    return { placed, beyond };
  }
  cells.forEach((line, y) => {
    line.forEach((text, x) => {
      put(range.top + y, range.left + x, text);
    });
  });
  return { placed, beyond };
}
