import { and, count, desc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { people } from '@/db/schema/tenant/people';
import { changeLog } from '@/db/schema/tenant/plumbing';
import type { TenantDb } from '@/db/tenant';
import { decodeCursor, encodeCursor, exactTime, olderThan } from '@/lib/audit/keyset';
import { notFound } from '@/lib/errors';
import type { ReadingCtx } from '../context';
import { type LoadedCollection, loadCollections } from '../load';
import type { AskingDb } from '../rules/reader';
import { rowsAmong } from '../rules/rows';
import type { Deed } from '../rules/shapes';
import { wordsAmong } from '../rules/words';
import { titleOf } from '../values/title';
import type { TrashInput, TrashPage } from './shapes';

/** Deleted records, the latest first, with who deleted them. Throws `not_found`. */
export async function listTrash(
  ctx: ReadingCtx,
  { limit, cursor, ...scope }: TrashInput,
): Promise<TrashPage> {
  const { db } = ctx;
  const collections = await collectionsIn(ctx, scope);
  const byId = new Map(collections.map((one) => [one.id, one]));
  const trashed = inTrash(collections, scope);
  const place = { at: records.deletedAt, id: records.id };
  const after = cursor === undefined ? undefined : olderThan(place, decodeCursor(cursor));
  const [found, [counted]] = await db.batch([
    db
      .select({
        id: records.id,
        collectionId: records.collectionId,
        data: records.data,
        deletedAt: records.deletedAt,
        exactly: exactTime(records.deletedAt),
      })
      .from(records)
      .where(and(trashed, after))
      .orderBy(desc(records.deletedAt), desc(records.id))
      .limit(limit + 1),
    db.select({ n: count() }).from(records).where(trashed),
  ]);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const deleters = await deletersOf(
    db,
    shown.map(({ id }) => id),
  );
  return {
    records: shown.map(({ id, collectionId, data, deletedAt }) => {
      const collection = byId.get(collectionId);
      return {
        ...{ id, collectionId, deletedAt: deletedAt ?? new Date(0) },
        collectionName: collection?.name ?? '',
        collectionGone: collection?.deletedAt !== null,
        title: titleOf(collection?.fields ?? [], data),
        deletedBy: deleters.get(id) ?? null,
      };
    }),
    total: counted?.n ?? 0,
    nextCursor:
      found.length > limit && last ? encodeCursor({ at: last.exactly, id: last.id }) : null,
  };
}

interface Scope {
  collectionId?: string | undefined;
  search?: string | undefined;
}

/** Records in the trash of these collections that a deed is open for, narrowed by words. */
export const inTrash = (
  collections: readonly LoadedCollection[],
  { search }: Scope,
  deed: Deed = 'see',
): SQL | undefined =>
  and(isNotNull(records.deletedAt), rowsAmong(collections, deed), wordsAmong(collections, search));

/**
 * The one collection that is meant, or all of them; those in the trash have a trash of their own.
 * Throws `not_found` for one that is none.
 */
export async function collectionsIn(
  asking: AskingDb,
  { collectionId }: Scope,
): Promise<LoadedCollection[]> {
  const ids = collectionId ? { ids: [collectionId] } : {};
  const found = await loadCollections(asking, { ...ids, trashed: 'too' });
  if (collectionId && found.length === 0) throw notFound('This collection');
  return found;
}

async function deletersOf(db: TenantDb, ids: readonly string[]) {
  const entries = await db
    .selectDistinctOn([changeLog.rowId], {
      rowId: changeLog.rowId,
      id: people.id,
      name: people.name,
    })
    .from(changeLog)
    .innerJoin(people, eq(people.id, changeLog.actorId))
    .where(
      and(
        inArray(changeLog.rowId, [...ids]),
        eq(changeLog.tableName, 'records'),
        sql`${changeLog.after} ->> 'deleted_at' is not null`,
      ),
    )
    .orderBy(changeLog.rowId, desc(changeLog.at));
  return new Map(entries.map(({ rowId, ...person }) => [rowId, person]));
}
