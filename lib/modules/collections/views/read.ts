import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { collections } from '@/db/schema/tenant/collections';
import { views } from '@/db/schema/tenant/views';
import { notFound } from '@/lib/errors';
import type { CollectionsCtx } from '../context';
import { type SavedView, ViewState } from './shapes';

type Row = typeof views.$inferSelect;

/** The views of a collection that this person has: those of everybody first, then their own. */
export async function listViews(
  { db, actor }: Pick<CollectionsCtx, 'db' | 'actor'>,
  { collectionId }: { collectionId: string },
): Promise<SavedView[]> {
  const [[collection], found] = await db.batch([
    db
      .select({ id: collections.id })
      .from(collections)
      .where(and(eq(collections.id, collectionId), isNull(collections.deletedAt))),
    db
      .select()
      .from(views)
      .where(and(eq(views.collectionId, collectionId), isNull(views.deletedAt), visibleTo(actor)))
      // Two constants of our own; no value of a caller.
      .orderBy(sql`${views.ownerId} is not null`, asc(views.position), asc(views.id)),
  ]);
  if (!collection) throw notFound('This collection');
  return found.map(presentView);
}

/** Views of everybody, and those of this person alone. */
export const visibleTo = ({ id }: CollectionsCtx['actor']) =>
  or(isNull(views.ownerId), id ? eq(views.ownerId, id) : undefined);

/** A view as readers get it. What an older release kept and this one cannot read is left out. */
export function presentView(row: Row): SavedView {
  const { id, name, kind, ownerId, isDefault, version, updatedAt } = row;
  const read = ViewState.safeParse(row.state);
  const state = read.success ? read.data : ViewState.parse({});
  return { id, name, kind, shared: ownerId === null, isDefault, state, version, updatedAt };
}
