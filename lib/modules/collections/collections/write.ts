import { and, count, eq, isNotNull, isNull, max } from 'drizzle-orm';
import { collections } from '@/db/schema/tenant/collections';
import { recordsIn } from '@/lib/billing/used';
import { AppError, notFound } from '@/lib/errors';
import type { CollectionsCtx } from '../context';
import { holdRecords, roomForReturned } from '../records/room';
import { getCollection } from './read';
import type { Collection, CollectionInput } from './shapes';

/** Collections one tenant may hold, trashed ones aside. */
const maxCollections = 500;

/** Makes an empty collection, last in the list. Throws `limit` at 500. */
export async function createCollection(
  ctx: CollectionsCtx,
  { name, description = '', icon = 'table' }: CollectionInput,
): Promise<Collection> {
  const [present] = await ctx.db
    .select({ n: count(), last: max(collections.position) })
    .from(collections)
    .where(isNull(collections.deletedAt));
  if (present && present.n >= maxCollections) {
    throw new AppError('limit', `A workspace holds up to ${maxCollections} collections.`);
  }
  const [created] = await ctx.db
    .insert(collections)
    .values({
      name,
      description,
      icon,
      position: (present?.last ?? -1) + 1,
      createdBy: ctx.actor.id,
    })
    .returning({ id: collections.id });
  if (!created) throw notFound();
  ctx.about('collection', created.id, { name });
  return await getCollection(ctx, { collectionId: created.id });
}

export interface CollectionChange {
  collectionId: string;
  name?: string | undefined;
  description?: string | undefined;
  icon?: string | undefined;
}

export async function updateCollection(
  ctx: CollectionsCtx,
  { collectionId, ...change }: CollectionChange,
): Promise<Collection> {
  const [updated] = await ctx.db
    .update(collections)
    .set({ ...change, updatedAt: new Date() })
    .where(and(eq(collections.id, collectionId), isNull(collections.deletedAt)))
    .returning({ id: collections.id });
  if (!updated) throw notFound('This collection');
  ctx.about('collection', collectionId, change);
  return await getCollection(ctx, { collectionId });
}

/** Moves a collection and all it holds to the trash; `restoreCollection` brings it back whole. */
export async function deleteCollection(
  ctx: CollectionsCtx,
  { collectionId }: { collectionId: string },
) {
  const [deleted] = await ctx.db
    .update(collections)
    .set({ deletedAt: new Date() })
    .where(and(eq(collections.id, collectionId), isNull(collections.deletedAt)))
    .returning({ id: collections.id, name: collections.name });
  if (!deleted) throw notFound('This collection');
  ctx.about('collection', collectionId, { name: deleted.name });
  return { id: collectionId };
}

/** Brings a collection back with its records, as far as the plan has room for them: throws `limit`. */
export async function restoreCollection(
  ctx: CollectionsCtx,
  { collectionId }: { collectionId: string },
): Promise<Collection> {
  await holdRecords(ctx);
  const [restored] = await ctx.db
    .update(collections)
    .set({ deletedAt: null })
    .where(and(eq(collections.id, collectionId), isNotNull(collections.deletedAt)))
    .returning({ id: collections.id });
  if (!restored) throw notFound('This collection');
  await roomForReturned(ctx, await recordsIn(ctx.db, collectionId));
  ctx.about('collection', collectionId);
  return await getCollection(ctx, { collectionId });
}
