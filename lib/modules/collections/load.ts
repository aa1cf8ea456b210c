import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { collections, fields } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
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
  const [[collection], found] = await db.batch([
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
      .where(
        and(
          eq(collections.id, collectionId),
          where.trashed ? isNotNull(collections.deletedAt) : isNull(collections.deletedAt),
        ),
      ),
    fieldsQuery(db, collectionId),
  ]);
  if (!collection) throw notFound('This collection');
  return { ...collection, fields: found as StoredField[] };
}

/** The live fields of a collection, in their order. */
const fieldsQuery = (db: TenantDb, collectionId: string) =>
  db
    .select({
      id: fields.id,
      key: fields.key,
      name: fields.name,
      type: fields.type,
      options: fields.options,
      required: fields.required,
      position: fields.position,
      width: fields.width,
      slot: fields.slot,
    })
    .from(fields)
    .where(and(eq(fields.collectionId, collectionId), isNull(fields.deletedAt)))
    .orderBy(asc(fields.position), asc(fields.id));

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
