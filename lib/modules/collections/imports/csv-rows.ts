import type { SourceRow } from './source-row';

/** Longest row, characters; a quote that is not closed within it is a broken row. */
const maxRowLength = 256 * 1024;
const quote = '"';

/**
 * Reads CSV (RFC 4180, with any delimiter and line end) from pieces of text. A row that breaks the
 * rules is answered as broken and reading goes on at the next line, so that one stray quote costs
 * one row and not the rest of the file. Empty lines are counted but not answered.
 */
export async function* csvRows(
  pieces: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<SourceRow> {
  let text = '';
  let row = 0;
  for await (const piece of pieces) {
    text += piece;
    const read = yield* readRows(text, { delimiter, row, last: false });
    text = text.slice(read.at);
    row = read.row;
  }
  if (text) yield* readRows(text, { delimiter, row, last: true });
}

interface Reading {
  delimiter: string;
  row: number;
  /** True when no more text follows. */
  last: boolean;
}

function* readRows(text: string, { delimiter, row, last }: Reading) {
  let at = 0;
  while (at < text.length) {
    const found = readRow(text, at, delimiter);
    const open = found === 'unfinished' || (found.end === text.length && !last);
    if (open && !last && text.length - at <= maxRowLength) break;
    if (found === 'unfinished' || 'broken' in found) {
      const broken = found === 'unfinished' ? 'has a quote that is never closed' : found.broken;
      const end = lineEnd(text, at);
      if (end === text.length && !last && end - at <= maxRowLength) break;
      row++;
      yield { row, broken, raw: text.slice(at, end).trimEnd() } satisfies SourceRow;
      at = end;
      continue;
    }
    row++;
    at = found.end;
    if (found.cells.length > 1 || found.cells[0] !== '') {
      yield { row, cells: found.cells } satisfies SourceRow;
    }
  }
  return { at, row };
}

type Row = { cells: string[]; end: number } | { broken: string; end: number } | 'unfinished';

function readRow(text: string, start: number, delimiter: string): Row {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = text[at] === quote ? quotedCell(text, at) : plainCell(text, at, delimiter);
    if (cell === 'unfinished') return cell;
    cells.push(cell.value);
    at = cell.end;
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    if (at >= text.length) return { cells, end: at };
    const end = passLineEnd(text, at);
    if (end === at) return { broken: 'has text after a closing quote', end };
    return { cells, end };
  }
}

type Cell = { value: string; end: number };

function quotedCell(text: string, start: number): Cell | 'unfinished' {
  let from = start + 1;
  for (;;) {
    const close = text.indexOf(quote, from);
    if (close < 0 || close - start > maxRowLength) return 'unfinished';
    if (text[close + 1] === quote) {
      from = close + 2;
      continue;
    }
    const value = text.slice(start + 1, close).replaceAll('""', quote);
    return { value, end: close + 1 };
  }
}

function plainCell(text: string, start: number, delimiter: string): Cell {
  const stop = delimiter.charCodeAt(0);
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === stop || code === 10 || code === 13) break;
  }
  return { value: text.slice(start, end), end };
}

function passLineEnd(text: string, at: number): number {
  if (text[at] === '\r') return text[at + 1] === '\n' ? at + 2 : at + 1;
  return text[at] === '\n' ? at + 1 : at;
}

function lineEnd(text: string, at: number): number {
  const found = text.slice(at).search(/[\r\n]/);
  return found < 0 ? text.length : passLineEnd(text, at + found);
}
