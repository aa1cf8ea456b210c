import type { ImportFormat } from '@/db/schema/tenant/collections';
import { fileStore } from '@/lib/files/file-store';
import type { FilePlace } from '@/lib/files/store';
import { type SheetRow, sheetRows } from '../spreadsheets/sheet';
import { openWorkbook } from '../spreadsheets/workbook';
import { workbookType } from '../spreadsheets/write';
import { overlong, type SourceRow } from './source-row';

/** Rows looked at for how wide a sheet is. */
const widthRows = 500;

/** A stored workbook. Throws `invalid` for one that cannot be read. */
export const workbookAt = async (place: FilePlace) =>
  await openWorkbook(await fileStore().blob(place, workbookType));

/** The rows of a workbook's sheet below its header. */
export async function* workbookRows(
  place: FilePlace,
  format: ImportFormat,
  columns: number,
): AsyncGenerator<SourceRow> {
  let header = format.header;
  for await (const row of rowsOf(place, format)) {
    if (header) header = false;
    else yield overlong(row, columns);
  }
}

/** What the first row calls the columns; those it leaves out are called by their place. */
export async function workbookNames(place: FilePlace, format: ImportFormat): Promise<string[]> {
  const rows = await firstRows(place, format, widthRows);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const [first] = rows;
  return Array.from({ length: width }, (_, at) => {
    const name = format.header ? String(first?.cells[at] ?? '').trim() : '';
    return name || `Column ${at + 1}`;
  });
}

/** Up to `limit` rows from the beginning of a sheet. */
export async function firstRows(
  place: FilePlace,
  format: Pick<ImportFormat, 'sheet'>,
  limit: number,
): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of rowsOf(place, format)) {
    rows.push(row);
    if (rows.length >= limit) break;
  }
  return rows;
}

async function* rowsOf(place: FilePlace, { sheet }: Pick<ImportFormat, 'sheet'>) {
  const workbook = await workbookAt(place);
  yield* sheetRows(workbook, sheet ?? workbook.sheets[0] ?? '');
}
