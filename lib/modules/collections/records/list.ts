import { and } from 'drizzle-orm';
import { AppError } from '@/lib/errors';
import type { ReadingCtx } from '../context';
import type { StoredField } from '../fields/shapes';
import type { Work } from '../formulas/evaluate';
import { readsClock } from '../formulas/node';
import { type LoadedCollection, loadCollection } from '../load';
import type { Access } from '../rules/access';
import { rowsOf } from '../rules/rows';
import { wordsIn } from '../rules/words';
import { heldValues, workOfPage } from '../values/held';
import { filterConditions } from '../view/filters';
import { groupCounts, maxGroups } from '../view/groups';
import { fromCursor, momentOf, toCursor } from '../view/keyset';
import { pageAfter, pageAt } from '../view/page';
import type { PageRow, RecordQuery } from '../view/record-query';
import { refuseTooLarge } from '../view/size';
import { sortTerms } from '../view/sorts';
import type { Sort, View } from '../view/state';
import { type Sums, sumUp } from '../view/sums';
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
  ctx: ReadingCtx,
  { limit, cursor, offset, total, trashed, ...view }: ListQuery,
): Promise<RecordPage> {
  const { db } = ctx;
  if (cursor === undefined && !trashed && isPlain(view)) {
    const window = { limit: offset === undefined ? limit + 1 : limit, offset: offset ?? 0, total };
    const plain = await listPlainly(ctx, view.collectionId, window);
    if (plain) {
      const { rows, fields } = plain;
      return await answer(ctx, rows, { fields, limit, total: plain.total });
    }
  }
  const asOf = (cursor !== undefined && momentOf(cursor, new Date())) || new Date();
  const collection = await loadCollection(ctx, view.collectionId, { asOf });
  const { fields } = collection;
  const query = recordQuery(view, collection, trashed);
  if (offset !== undefined) {
    const { rows, total: found } = await pageAt(db, query, { limit, offset, total });
    return await answer(ctx, rows, { fields, limit, total: found });
  }
  const after = cursor === undefined ? undefined : fromCursor(cursor, query.terms);
  const page = await pageAfter(db, query, { limit: limit + 1, after, total });
  return await answer(ctx, page.rows, {
    ...{ fields, limit, total: page.total },
    ...(fields.some(({ formula }) => formula?.tree && readsClock(formula.tree)) && { asOf }),
  });
}

const isPlain = ({ search, filters, sorts }: View) => !(search || filters?.length || sorts?.length);

/** A view as the database is asked for it. */
export function recordQuery(
  view: View,
  collection: LoadedCollection,
  trashed = false,
): RecordQuery {
  const { fields } = collection;
  refuseTooLarge(view, fields);
  const terms = sortTerms(view.sorts ?? [], fields);
  return {
    rows: rowsOf(collection),
    trashed,
    condition: and(filterConditions(view, fields), wordsIn(collection, view.search)),
    terms,
    scattered: isScattered(collection.access, terms.length > 0),
  };
}

// What rules leave of a collection stands in one index in the order it was made, and in no other order:
// without a word, the whole collection would be gone through in its order for them.
function isScattered({ see, assignees }: Access, sorted: boolean): boolean {
  const ways = (see.own ? 1 : 0) + (see.assigned ? assignees.length : 0);
  return !see.all && (sorted || ways > 1 || see.people.length > 0);
}

/** Ids one answer holds. */
const maxIds = 10_000;

/** The ids of every record of a view, in its order. Throws `limit` beyond 10,000. */
export async function listRecordIds(
  ctx: ReadingCtx,
  view: View & { collectionId: string },
): Promise<{ ids: string[] }> {
  const collection = await loadCollection(ctx, view.collectionId);
  const { rows } = await pageAfter(ctx.db, recordQuery(view, collection), {
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
  ctx: ReadingCtx,
  { group, sum, ...view }: View & { collectionId: string; group: Sort; sum?: string | undefined },
): Promise<RecordGroups> {
  const collection = await loadCollection(ctx, view.collectionId);
  const { fields } = collection;
  const query = recordQuery(view, collection);
  const groups = await groupCounts(ctx.db, query, { sort: group, fields, sum });
  return { groups: groups.slice(0, maxGroups), more: groups.length > maxGroups };
}

/** What a field comes to over the records of a view. Throws `invalid` naming what is wrong. */
export async function sumRecords(
  ctx: ReadingCtx,
  { field, ...view }: View & { collectionId: string; field: string },
): Promise<Sums> {
  const collection = await loadCollection(ctx, view.collectionId);
  const { fields } = collection;
  return await sumUp(ctx.db, recordQuery(view, collection), { key: field, fields });
}

interface Answered {
  fields: readonly StoredField[];
  limit: number;
  total: number | null;
  /** What its formulas go by on every page. */
  asOf?: Date;
}

async function answer(
  ctx: ReadingCtx,
  rows: PageRow[],
  { fields, limit, total, asOf }: Answered,
): Promise<RecordPage> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const presented = presentRecords(shown, fields);
  return {
    records: await withLinked(ctx, fields, presented),
    total,
    nextCursor: rows.length > limit && last ? toCursor(last.position, asOf) : null,
  };
}

/** Records of one page as readers get them. */
export function presentRecords(
  rows: readonly Omit<PageRow, 'position'>[],
  fields: readonly StoredField[],
): RecordShape[] {
  const work = workOfPage();
  return rows.map((row) => presentRecord(row, fields, work));
}

/** A record as readers get it: only the values of fields that still exist. */
export function presentRecord(
  row: Omit<PageRow, 'position'>,
  fields: readonly StoredField[],
  work?: Work,
): RecordShape {
  const { id, version, createdAt, updatedAt, createdBy, updatedBy } = row;
  const { values, problems } = heldValues(fields, row.data, work);
  const record = { id, version, data: values, createdAt, updatedAt, createdBy, updatedBy };
  return Object.keys(problems).length > 0 ? { ...record, problems } : record;
}
