import type { TenantCtx } from '@/lib/doors/ctx';
import { fileStore } from '@/lib/files/file-store';
import type { StoredField } from '../fields/shapes';
import { loadCollection } from '../load';
import { recordQuery } from '../records/list';
import { knownTo } from '../values/known';
import { cellValue, valueIn } from '../values/show';
import { fieldNamed } from '../view/filters';
import type { Position } from '../view/keyset';
import { pageAfter, type RecordQuery } from '../view/page';
import type { View } from '../view/state';
import { csvLines } from './lines';

const batchRows = 2_000;

export interface ExportRequest extends View {
  collectionId: string;
  fields?: string[] | undefined;
}

/**
 * The records of a view as CSV: UTF-8 with a byte order mark, as spreadsheets want it, and with
 * cells that would run as formulas made plain. All of it is of one moment.
 */
export async function exportCsv(
  ctx: TenantCtx,
  { fields: keys, ...view }: ExportRequest,
): Promise<File> {
  const collection = await loadCollection(ctx.db, view.collectionId);
  const columns = keys
    ? keys.map((key, index) => fieldNamed(collection.fields, key, `fields.${index}`))
    : collection.fields;
  const query = recordQuery(view, collection.fields);
  const blob = await ctx.db.transaction(
    (db) =>
      fileStore().scratch(
        'text/csv; charset=utf-8',
        csvOf({ db, tenant: ctx.tenant }, query, columns),
      ),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  const name = collection.name.replace(/[\\/:*?"<>|\p{C}]/gu, ' ').trim() || 'records';
  return new File([blob], `${name}.csv`, { type: blob.type });
}

async function* csvOf(
  source: Pick<TenantCtx, 'db' | 'tenant'>,
  query: RecordQuery,
  columns: readonly StoredField[],
) {
  const known = await knownTo(source, columns);
  yield `\uFEFF${csvLines([columns.map(({ name }) => name)])}`;
  let after: Position | undefined;
  for (;;) {
    const { rows } = await pageAfter(source.db, query, { limit: batchRows, after, total: false });
    const cells = rows.map(({ data }) =>
      columns.map((field) => cellValue(field, valueIn(data, field.key), known)),
    );
    if (cells.length > 0) yield csvLines(cells);
    after = rows.at(-1)?.position;
    if (rows.length < batchRows) return;
  }
}
