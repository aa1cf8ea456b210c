import type { ImportFormat } from '@/db/schema/tenant/collections';
import { parseDate } from '@/lib/fields/dates';
import { parseNumber } from '@/lib/fields/numbers';
import { fileStore } from '@/lib/files/file-store';
import { isUtf16 } from '@/lib/files/sniff';
import type { FilePlace } from '@/lib/files/store';
import { csvRows } from './csv-rows';
import { KoreanDecoder } from './korean';
import { textOf } from './source';
import { firstRows, workbookAt } from './workbook-rows';

type Encoding = ImportFormat['encoding'];
type Delimiter = ImportFormat['delimiter'];

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
const sampleLength = 64 * 1024;

/** How a stored file is most likely meant to be read. */
export async function detectFormat(
  place: FilePlace,
  kind: ImportFormat['kind'],
): Promise<ImportFormat> {
  if (kind === 'xlsx') return await detectSheet(place);
  const encoding = await detectEncoding(place);
  const sample = await startOf(textOf(place, encoding));
  const delimiter = kind === 'csv' ? await detectDelimiter(sample) : ',';
  return {
    kind,
    encoding,
    delimiter,
    header: kind === 'csv' && isHeader((await rowsOf(sample, delimiter))[0] ?? []),
  };
}

/** The whole file is read: a Korean file may hold its first Korean word far down. */
async function detectEncoding(place: FilePlace): Promise<Encoding> {
  const decoders = [
    { label: 'utf-8' as const, decoder: new TextDecoder('utf-8', { fatal: true }), fits: true },
    { label: 'euc-kr' as const, decoder: new KoreanDecoder({ fatal: true }), fits: true },
  ];
  let first = true;
  for await (const bytes of await fileStore().read(place)) {
    const wide = first ? isUtf16(bytes as Uint8Array) : null;
    if (wide) return wide;
    first = false;
    for (const one of decoders) one.fits &&= decodes(one.decoder, bytes as Uint8Array);
    if (decoders.every(({ fits }) => !fits)) break;
  }
  for (const one of decoders) one.fits &&= decodes(one.decoder);
  return decoders.find(({ fits }) => fits)?.label ?? 'windows-1252';
}

function decodes(decoder: TextDecoder | KoreanDecoder, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}

async function startOf(text: AsyncIterable<string>): Promise<string> {
  let start = '';
  for await (const piece of text) {
    start += piece;
    if (start.length >= sampleLength) break;
  }
  return start.slice(0, sampleLength);
}

/** The delimiter that gives most rows the same number of cells, and more than one. */
async function detectDelimiter(sample: string): Promise<Delimiter> {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const widths = (await rowsOf(sample, delimiter)).map((cells) => cells.length);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [width, rows] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [1, 0];
    const score = width > 1 ? (rows / widths.length) * Math.log2(width + 1) : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The first sheet that holds anything. */
async function detectSheet(place: FilePlace): Promise<ImportFormat> {
  const { sheets } = await workbookAt(place);
  const found = { kind: 'xlsx', encoding: 'utf-8', delimiter: ',' } as const;
  for (const sheet of sheets) {
    const [first] = await firstRows(place, { sheet }, 1);
    if (first) return { ...found, sheet, header: isHeader(first.cells) };
  }
  return { ...found, sheet: sheets[0], header: true };
}

/** A first row of names: nothing in it is twice there, or reads as a number or a date. */
function isHeader(first: readonly unknown[]): boolean {
  const names = first.map((cell) => String(cell ?? '').trim());
  if (names.length > 1 && new Set(names.map((name) => name.toLowerCase())).size === 1) return true;
  return !names.some((name) => {
    const number = parseNumber(name);
    const date = parseDate(name);
    return (number.ok && number.value !== null) || (date.ok && date.value !== null);
  });
}

async function rowsOf(sample: string, delimiter: Delimiter): Promise<unknown[][]> {
  async function* once() {
    yield sample;
  }
  const rows: unknown[][] = [];
  for await (const row of csvRows(once(), delimiter)) {
    if ('cells' in row) rows.push(row.cells);
    if (rows.length >= 50) break;
  }
  return rows;
}
