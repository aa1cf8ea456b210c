import { AppError } from '@/lib/errors';
import type { CollectionsCtx } from '../context';
import type { StoredField } from '../fields/shapes';
import { loadCollection } from '../load';
import { valueIn } from '../values/show';
import { viewCondition } from '../view/filters';
import { groupCounts, maxGroups } from '../view/groups';
import { fromCursor, toCursor } from '../view/keyset';
import { type PageRow, pageAfter, pageAt, type RecordQuery } from '../view/page';
import { sortTerms } from '../view/sorts';
import type { Sort, View } from '../view/state';
import { withLinked } from './linked';
import { listPlainly } from './plain-list';
import type { RecordGroups, RecordPage, RecordShape } from './shapes';

export interface ListQuery extends View {
  collectionId: string;
  limit: number;
  cursor?: string | undefined;
  offset?: number | undefined;
  total: boolean;
  trashed: boolean;
}

/** A page of records in a view. Throws `invalid` naming the filter, sort or cursor that is wrong. */
export async function listRecords(
  ctx: Pick<CollectionsCtx, 'db' | 'tenant'>,
  { limit, cursor, offset, total, trashed, ...view }: ListQuery,
): Promise<RecordPage> {
  const { db } = ctx;
  if (cursor === undefined && !trashed && isPlain(view)) {
    const window = { limit: offset === undefined ? limit + 1 : limit, offset: offset ?? 0, total };
    const { rows, fields, ...found } = await listPlainly(db, view.collectionId, window);
    return await answer(ctx, rows, { fields, limit, total: found.total });
  }
  const { fields } = await loadCollection(db, view.collectionId);
  const query = recordQuery(view, fields, trashed);
  if (offset !== undefined) {
    const { rows, total: found } = await pageAt(db, query, { limit, offset, total });
    return await answer(ctx, rows, { fields, limit, total: found });
  }
  const after = cursor === undefined ? undefined : fromCursor(cursor, query.terms);
  const page = await pageAfter(db, query, { limit: limit + 1, after, total });
  return await answer(ctx, page.rows, { fields, limit, total: page.total });
}

const isPlain = ({ search, filters, sorts }: View) => !(search || filters?.length || sorts?.length);

/** A view as the database is asked for it. */
export function recordQuery(
  view: View & { collectionId: string },
  fields: readonly StoredField[],
  trashed = false,
): RecordQuery {
  return {
    collectionId: view.collectionId,
    trashed,
    condition: viewCondition(view, fields),
    terms: sortTerms(view.sorts ?? [], fields),
  };
}

/** Ids one answer holds. */
const maxIds = 10_000;

/** The ids of every record of a view, in its order. Throws `limit` beyond 10,000. */
export async function listRecordIds(
  { db }: Pick<CollectionsCtx, 'db'>,
  view: View & { collectionId: string },
): Promise<{ ids: string[] }> {
  const { fields } = await loadCollection(db, view.collectionId);
  const { rows } = await pageAfter(db, recordQuery(view, fields), {
    limit: maxIds + 1,
    total: false,
  });
  if (rows.length > maxIds) {
    throw new AppError('limit', 'This view has more than 10,000 records. Filter it first.');
  }
  return { ids: rows.map(({ id }) => id) };
}

/** How many records of a view each value of a field has. Throws `invalid` naming what is wrong. */
export async function groupRecords(
  { db }: Pick<CollectionsCtx, 'db'>,
  { group, ...view }: View & { collectionId: string; group: Sort },
): Promise<RecordGroups> {
  const { fields } = await loadCollection(db, view.collectionId);
  const groups = await groupCounts(db, recordQuery(view, fields), { sort: group, fields });
  return { groups: groups.slice(0, maxGroups), more: groups.length > maxGroups };
}

async function answer(
  ctx: Pick<CollectionsCtx, 'db' | 'tenant'>,
  rows: PageRow[],
  { fields, limit, total }: { fields: readonly StoredField[]; limit: number; total: number | null },
): Promise<RecordPage> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const presented = shown.map((row) => presentRecord(row, fields));
  return {
    records: await withLinked(ctx, fields, presented),
    total,
    nextCursor: rows.length > limit && last ? toCursor(last.position) : null,
  };
}

/** A record as readers get it: only the values of fields that still exist. */
export function presentRecord(
  row: Omit<PageRow, 'position'>,
  fields: readonly StoredField[],
): RecordShape {
  const { id, version, createdAt, updatedAt, createdBy, updatedBy } = row;
  const data = Object.fromEntries(fields.map(({ key }) => [key, valueIn(row.data, key)]));
  return { id, version, data, createdAt, updatedAt, createdBy, updatedBy };
}
