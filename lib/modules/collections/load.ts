import { and, asc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { collections, fields } from '@/db/schema/tenant/collections';
import { hot, type TenantDb } from '@/db/tenant';
import { notFound } from '@/lib/errors';
import type { StoredField } from './fields/shapes';

/** A collection with its live fields, in their order. */
export interface LoadedCollection {
  id: string;
  name: string;
  description: string;
  icon: string;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
  fields: StoredField[];
}

/** One round trip. Throws `not_found` for an absent, foreign or trashed collection. */
export async function loadCollection(
  db: TenantDb,
  collectionId: string,
  where: { trashed?: boolean } = {},
): Promise<LoadedCollection> {
  const headQuery = where.trashed ? trashedHead : liveHead;
  return loaded(
    await db.batch([headQuery.item({ collectionId }), liveFields.item({ collectionId })]),
  );
}

/** Head and fields as `liveHead` and `liveFields` read them in one batch; throws `not_found`. */
export function loaded([[head], fields]: readonly [Head[], unknown[], ...unknown[]]) {
  if (!head) throw notFound('This collection');
  return { ...head, fields: fields as StoredField[] };
}

type Head = Omit<LoadedCollection, 'fields'>;

const headWhere = (which: (column: typeof collections.deletedAt) => SQL) =>
  hot<{ collectionId: string }>()((db) =>
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
      .where(and(eq(collections.id, sql.placeholder('collectionId')), which(collections.deletedAt)))
      .prepare('collection_head'),
  );

export const liveHead = headWhere(isNull);
const trashedHead = headWhere(isNotNull);

/** What is read of a field, by its names in `StoredField`. */
export const fieldColumns = {
  id: fields.id,
  key: fields.key,
  name: fields.name,
  type: fields.type,
  options: fields.options,
  required: fields.required,
  unique: fields.isUnique,
  default: fields.defaultValue,
  position: fields.position,
  width: fields.width,
  slot: fields.slot,
};

/** The live fields of a collection, in their order. */
export const liveFields = hot<{ collectionId: string }>()((db) =>
  db
    .select(fieldColumns)
    .from(fields)
    .where(and(eq(fields.collectionId, sql.placeholder('collectionId')), isNull(fields.deletedAt)))
    .orderBy(asc(fields.position), asc(fields.id))
    .prepare('collection_fields'),
);

/** Locks a collection's design until the transaction ends, so that two changes take turns. */
export async function lockCollection(db: TenantDb, collectionId: string) {
  const [locked] = await db
    .select({ id: collections.id })
    .from(collections)
    .where(and(eq(collections.id, collectionId), isNull(collections.deletedAt)))
    .for('update');
  if (!locked) throw notFound('This collection');
  return await loadCollection(db, collectionId);
}

/**
 * As `loadCollection`, and holds the design still until the transaction ends: what was checked
 * against these fields is written to these fields.
 */
export async function loadForWriting(db: TenantDb, collectionId: string) {
  await db
    .select({ id: collections.id })
    .from(collections)
    .where(eq(collections.id, collectionId))
    .for('key share');
  return await loadCollection(db, collectionId);
}
