import { asc, count, desc, isNotNull, isNull } from 'drizzle-orm';
import { collections, fields, records } from '@/db/schema/tenant/collections';
import type { CollectionsCtx } from '../context';
import type { Field, StoredField } from '../fields/shapes';
import { liveFields, liveHead, loaded } from '../load';
import { rowCount } from '../records/plain-list';
import type { Collection, CollectionSummary } from './shapes';

/** Every collection with its number of fields and records; the trashed ones with `trashed`. */
export async function listCollections(
  { db }: Pick<CollectionsCtx, 'db'>,
  { trashed = false }: { trashed?: boolean | undefined },
): Promise<CollectionSummary[]> {
  const [found, fieldCounts, recordCounts] = await db.batch([
    db
      .select({
        id: collections.id,
        name: collections.name,
        description: collections.description,
        icon: collections.icon,
        createdAt: collections.createdAt,
        updatedAt: collections.updatedAt,
        deletedAt: collections.deletedAt,
      })
      .from(collections)
      .where(trashed ? isNotNull(collections.deletedAt) : isNull(collections.deletedAt))
      .orderBy(
        ...(trashed ? [desc(collections.deletedAt)] : [asc(collections.position)]),
        asc(collections.id),
      )
      .limit(1_000),
    db
      .select({ id: fields.collectionId, n: count() })
      .from(fields)
      .where(isNull(fields.deletedAt))
      .groupBy(fields.collectionId),
    db
      .select({ id: records.collectionId, n: count() })
      .from(records)
      .where(isNull(records.deletedAt))
      .groupBy(records.collectionId),
  ]);
  const fieldsOf = new Map(fieldCounts.map(({ id, n }) => [id, n]));
  const recordsOf = new Map(recordCounts.map(({ id, n }) => [id, n]));
  return found.map((one) => ({
    ...one,
    fieldCount: fieldsOf.get(one.id) ?? 0,
    recordCount: recordsOf.get(one.id) ?? 0,
  }));
}

/** One collection with its fields. Throws `not_found`. */
export async function getCollection(
  { db }: Pick<CollectionsCtx, 'db'>,
  { collectionId }: { collectionId: string },
): Promise<Collection> {
  const of = { collectionId };
  const [head, found, counted] = await db.batch([
    liveHead.item(of),
    liveFields.item(of),
    rowCount.item(of),
  ]);
  const collection = loaded([head, found]);
  const recordCount = counted[0]?.n ?? 0;
  return { ...collection, fields: collection.fields.map(presentField), recordCount };
}

/** A field as readers get it. */
export const presentField = ({ slot, ...field }: StoredField): Field => ({
  ...field,
  sortable: slot !== null,
});
