import { and, count, isNull } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { ReadingCtx } from '../context';
import type { Field, StoredField } from '../fields/shapes';
import { type LoadedCollection, liveFields, liveHead, loadCollections, loaded } from '../load';
import { rowCount } from '../records/plain-list';
import { rowsAmong, rowsOf } from '../rules/rows';
import { isSortable } from '../view/columns';
import type { Collection, CollectionSummary } from './shapes';

/** Every collection with its number of fields and records; the trashed ones with `trashed`. */
export async function listCollections(
  ctx: ReadingCtx,
  { trashed = false }: { trashed?: boolean | undefined },
): Promise<CollectionSummary[]> {
  const found = await loadCollections(ctx, trashed ? { trashed: 'only' } : {});
  if (trashed) found.sort((a, b) => Number(b.deletedAt) - Number(a.deletedAt));
  const counts = await ctx.db
    .select({ id: records.collectionId, n: count() })
    .from(records)
    .where(and(rowsAmong(found), isNull(records.deletedAt)))
    .groupBy(records.collectionId);
  const recordsOf = new Map(counts.map(({ id, n }) => [id, n]));
  return found.slice(0, maxListed).map((one) => ({
    ...headOf(one),
    fieldCount: one.fields.length,
    recordCount: recordsOf.get(one.id) ?? 0,
  }));
}

const maxListed = 1_000;

/** One collection with its fields. Throws `not_found`. */
export async function getCollection(
  ctx: ReadingCtx,
  { collectionId }: { collectionId: string },
): Promise<Collection> {
  const of = { collectionId };
  const [head, found, counted] = await ctx.db.batch([
    liveHead.item(of),
    liveFields.item(of),
    rowCount.item(of),
  ]);
  const collection = loaded(ctx, [head, found]);
  const { readerId, see, change, remove, create } = collection.access;
  const recordCount = see.all ? (counted[0]?.n ?? 0) : await countSeen(ctx, collection);
  return {
    ...headOf(collection),
    fields: collection.fields.map(presentField),
    recordCount,
    access: { readerId, see, change, remove, create },
  };
}

async function countSeen({ db }: ReadingCtx, collection: LoadedCollection): Promise<number> {
  const [counted] = await db
    .select({ n: count() })
    .from(records)
    .where(and(rowsOf(collection), isNull(records.deletedAt)));
  return counted?.n ?? 0;
}

const headOf = ({ rules: _, fields: _f, design: _d, access: _a, ...head }: LoadedCollection) =>
  head;

/** A field as readers get it. */
export const presentField = ({ slot, formula, locked = false, ...field }: StoredField): Field => ({
  ...field,
  ...(formula && { options: { ...field.options, formula: formula.text } }),
  locked,
  sortable: isSortable({ slot, ...(formula && { formula }) }),
});
