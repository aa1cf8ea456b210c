import type { ImportFormat } from '@/db/schema/tenant/collections';
import { invalid } from '@/lib/errors';
import { fileStore } from '@/lib/files/file-store';
import type { FilePlace } from '@/lib/files/store';
import { unguarded } from '../values/formulas';
import { csvRows } from './csv-rows';
import { jsonObjects, toCells } from './json-rows';
import { KoreanDecoder } from './korean';
import { overlong, type SourceRow } from './source-row';
import { workbookNames, workbookRows } from './workbook-rows';

/** The file's text, piece by piece. */
export async function* textOf(
  place: FilePlace,
  encoding: ImportFormat['encoding'],
): AsyncGenerator<string> {
  const decoder = encoding === 'euc-kr' ? new KoreanDecoder() : new TextDecoder(encoding);
  for await (const bytes of await fileStore().read(place)) {
    const text = decoder.decode(bytes as Uint8Array, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

/** The file's rows below its header, from its start each time. */
export async function* sourceRows(
  place: FilePlace,
  format: ImportFormat,
  columns: readonly string[],
): AsyncGenerator<SourceRow> {
  if (format.kind === 'xlsx') {
    yield* workbookRows(place, format, columns.length);
    return;
  }
  const text = textOf(place, format.encoding);
  if (format.kind === 'json') {
    for await (const object of jsonObjects(text)) yield toCells(object, columns);
    return;
  }
  let header = format.header;
  for await (const row of csvRows(text, format.delimiter)) {
    if (header) header = false;
    else yield overlong(plain(row), columns.length);
  }
}

/** As `csvLines` was told it: text behind the apostrophe that keeps spreadsheets from running it. */
const plain = (row: SourceRow): SourceRow =>
  'cells' in row && row.cells.some((cell) => typeof cell === 'string' && cell.startsWith("'"))
    ? { row: row.row, cells: row.cells.map((cell) => unguarded(String(cell))) }
    : row;

const maxColumns = 200;
/** Objects looked at for their keys. */
const keyRows = 5_000;

/** Names of the file's columns, each once. Throws `invalid` for a file without any. */
export async function columnNames(place: FilePlace, format: ImportFormat): Promise<string[]> {
  const names = await namesIn(place, format);
  if (names.length === 0) throw invalid('fileId', 'This file has no rows.');
  if (names.length > maxColumns)
    throw invalid('fileId', `This file has over ${maxColumns} columns.`);
  return format.kind === 'json' ? names : unique(names);
}

function namesIn(place: FilePlace, format: ImportFormat): Promise<string[]> {
  if (format.kind === 'xlsx') return workbookNames(place, format);
  const text = textOf(place, format.encoding);
  return format.kind === 'json' ? keysOf(text) : headerOf(text, format);
}

async function keysOf(text: AsyncIterable<string>): Promise<string[]> {
  const names = new Set<string>();
  let seen = 0;
  for await (const found of jsonObjects(text)) {
    if ('object' in found) for (const name of Object.keys(found.object)) names.add(name);
    if (++seen >= keyRows) break;
  }
  return [...names];
}

async function headerOf(text: AsyncIterable<string>, format: ImportFormat): Promise<string[]> {
  for await (const row of csvRows(text, format.delimiter)) {
    if ('broken' in row) continue;
    return row.cells.map(
      (cell, index) => (format.header && String(cell).trim()) || `Column ${index + 1}`,
    );
  }
  return [];
}

function unique(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const key = name.toLowerCase();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}
