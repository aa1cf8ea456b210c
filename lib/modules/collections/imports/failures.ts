import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { fileStore } from '@/lib/files/file-store';
import { csvLines } from '../exports/lines';
import { type CellValue, workbookOf, workbookType } from '../spreadsheets/write';
import type { Refusal } from './judge';
import { loadImport } from './load';
import { reasonColumn } from './reason-column';
import { refusalsOf } from './refusals';
import type { Import } from './shapes';
import { sourceRows } from './source';

const rowsAtOnce = 500;

/**
 * The rows that were refused, with the columns of the file and one more with the reasons, ready to be
 * mended and imported again.
 */
export async function failedRows(
  ctx: TenantCtx,
  { importId, format }: { importId: string; format?: 'csv' | 'xlsx' | undefined },
): Promise<File> {
  const found = await loadImport(ctx, importId);
  const kind = format ?? (found.format.kind === 'xlsx' ? 'xlsx' : 'csv');
  const name = `${found.file.name.replace(/\.[^.]*$/, '')} rows to mend.${kind}`;
  const rows = batches(refusedRows(ctx, found));
  const type = kind === 'xlsx' ? workbookType : 'text/csv; charset=utf-8';
  const bytes = kind === 'xlsx' ? workbookBytes(found, rows) : csvText(found, rows);
  return new File([await fileStore().scratch(type, bytes)], name, { type });
}

type Rows = AsyncIterable<CellValue[][]>;

const headingsOf = ({ columns }: Import) => [...columns.map(({ name }) => name), reasonColumn];

function workbookBytes(found: Import, rows: Rows) {
  const columns = headingsOf(found).map((name) => ({
    name,
    width: name === reasonColumn ? 60 : 18,
  }));
  return workbookOf({ name: 'Rows to mend', columns, rows });
}

async function* csvText(found: Import, rows: Rows) {
  yield `\uFEFF${csvLines([headingsOf(found)])}`;
  for await (const batch of rows) yield csvLines(batch.map((cells) => cells.map(plain)));
}

const plain = (cell: CellValue) => (typeof cell === 'number' ? cell : String(cell ?? ''));

/** Reads the file again beside what was refused of it: both are in the same order. */
async function* refusedRows(
  { db, tenant }: { db: TenantDb; tenant: TenantCtx['tenant'] },
  found: Import,
): AsyncGenerator<CellValue[]> {
  const names = found.columns.map(({ name }) => name);
  const refusals = refusalsOf(db, found.id);
  let next = (await refusals.next()).value as Refusal | undefined;
  const place = { tenantId: tenant.id, fileId: found.file.id };
  for await (const source of sourceRows(place, found.format, names)) {
    if (!next) break;
    if (next.row !== source.row) continue;
    const cells = 'cells' in source ? source.cells : [source.raw];
    const reasons = next.errors.map(({ message }) => message).join(' ');
    yield [...names.map((_, at) => cellOf(cells[at])), reasons];
    next = (await refusals.next()).value as Refusal | undefined;
  }
}

const cellOf = (cell: unknown): CellValue =>
  typeof cell === 'number' || typeof cell === 'boolean' ? cell : String(cell ?? '');

async function* batches(rows: AsyncIterable<CellValue[]>): Rows {
  let batch: CellValue[][] = [];
  for await (const row of rows) {
    if (batch.push(row) < rowsAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
