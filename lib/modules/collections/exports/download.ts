import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError } from '@/lib/errors';
import { fileStore } from '@/lib/files/file-store';
import type { StoredField } from '../fields/shapes';
import { loadCollection } from '../load';
import { withLinked } from '../records/linked';
import { recordQuery } from '../records/list';
import { maxSheetRows } from '../spreadsheets/write';
import { knownTo } from '../values/known';
import { fieldNamed } from '../view/filters';
import type { Position } from '../view/keyset';
import { pageAfter, type RecordQuery } from '../view/page';
import type { View } from '../view/state';
import { writers } from './writers';

const batchRows = 2_000;

export interface ExportRequest extends View {
  collectionId: string;
  fields?: string[] | undefined;
  format: keyof typeof writers;
}

/**
 * The records of a view as a file, with exactly its filters, order and columns, all of it of one
 * moment. Cells that a spreadsheet would run as formulas are made plain.
 */
export async function downloadRecords(
  ctx: TenantCtx,
  { fields: keys, format, ...view }: ExportRequest,
): Promise<File> {
  const collection = await loadCollection(ctx.db, view.collectionId);
  const columns = keys
    ? keys.map((key, index) => fieldNamed(collection.fields, key, `fields.${index}`))
    : collection.fields;
  const query = recordQuery(view, collection.fields);
  const known = await knownTo(ctx, columns);
  const { mediaType, write } = writers[format];
  const { name } = collection;
  const blob = await ctx.db.transaction(
    (db) => {
      const most = format === 'xlsx' ? maxSheetRows : Number.POSITIVE_INFINITY;
      const source = { db, tenant: ctx.tenant };
      const documents = documentsOf(db, query, most);
      const looks = columns.some(({ type }) => type === 'lookup');
      const batches = looks ? lookedUp(source, collection.fields, documents) : documents;
      return fileStore().scratch(mediaType, write({ name, columns, known, batches }));
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  const plain = name.replace(/[\\/:*?"<>|\p{C}]/gu, ' ').trim() || 'records';
  return new File([blob], `${plain}.${format}`, { type: mediaType });
}

/** Documents with the values that their look-up fields show. */
async function* lookedUp(
  source: Pick<TenantCtx, 'db' | 'tenant'>,
  fields: readonly StoredField[],
  batches: AsyncIterable<Record<string, unknown>[]>,
) {
  for await (const batch of batches) {
    const rows = batch.map((data) => ({ data }));
    yield (await withLinked(source, fields, rows)).map(({ data }) => data);
  }
}

/** The documents of a query in its order. Throws `limit` beyond `most`. */
async function* documentsOf(db: TenantDb, query: RecordQuery, most: number) {
  let after: Position | undefined;
  let count = 0;
  for (;;) {
    const { rows } = await pageAfter(db, query, { limit: batchRows, after, total: false });
    count += rows.length;
    if (count > most) {
      throw new AppError('limit', 'A sheet holds about a million rows. Export as CSV instead.');
    }
    if (rows.length > 0) yield rows.map(({ data }) => data);
    after = rows.at(-1)?.position;
    if (rows.length < batchRows) return;
  }
}
