import { and, count, eq, inArray, isNotNull, isNull, lt, max, ne } from 'drizzle-orm';
import { views } from '@/db/schema/tenant/views';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, invalid, notFound } from '@/lib/errors';
import { loadCollection } from '../load';
import { checkState } from './check';
import { listViews, presentView, visibleTo } from './read';
import type { SavedView, ViewInput, ViewPatch } from './shapes';

export type ViewsCtx = Pick<TenantCtx, 'db' | 'actor' | 'caller' | 'about' | 'can'>;

/** Views of one collection that everybody has, and those that one person has besides. */
const maxViews = 100;

/** How long a deleted view can be brought back. */
const keptMs = 30 * 86_400_000;

interface OfView {
  collectionId: string;
  viewId: string;
}

/** Keeps a view. Throws `invalid` naming what its collection cannot show, `limit` at 100 views. */
export async function createView(
  ctx: ViewsCtx,
  { collectionId, name, kind, shared, state }: ViewInput,
): Promise<SavedView> {
  if (shared) refuseUnlessDesigner(ctx);
  checkState(state, await loadCollection(ctx, collectionId));
  const position = await nextPosition(ctx, collectionId, shared);
  const [created] = await ctx.db
    .insert(views)
    .values({
      collectionId,
      name,
      kind,
      state,
      position,
      ownerId: shared ? null : ctx.actor.id,
      createdBy: ctx.actor.id,
    })
    .returning();
  if (!created) throw notFound();
  ctx.about('view', created.id, { collectionId, name, shared });
  return presentView(created);
}

/** Changes a view. Throws `conflict` with the view as it is when somebody changed it since. */
export async function updateView(ctx: ViewsCtx, patch: ViewPatch): Promise<SavedView> {
  const { collectionId, viewId, shared, isDefault, state, version, ...plain } = patch;
  const current = await viewToChange(ctx, { collectionId, viewId });
  const wasShared = current.ownerId === null;
  if (shared || isDefault !== undefined) refuseUnlessDesigner(ctx);
  if (version !== undefined && version !== current.version) {
    throw new AppError('conflict', `${current.name} was changed by somebody else meanwhile.`, {
      current: presentView(current),
    });
  }
  if (state) checkState(state, await loadCollection(ctx, collectionId));
  const willBeShared = shared ?? wasShared;
  if (isDefault && !willBeShared) {
    throw invalid('isDefault', 'Share the view first: everybody opens the default one.');
  }
  if (isDefault) await clearDefault(ctx, collectionId);
  const moved =
    willBeShared === wasShared
      ? {}
      : {
          ownerId: willBeShared ? null : ctx.actor.id,
          position: await nextPosition(ctx, collectionId, willBeShared),
          ...(!willBeShared && { isDefault: false }),
        };
  const [updated] = await ctx.db
    .update(views)
    .set({
      ...plain,
      ...(state && { state }),
      ...(isDefault !== undefined && { isDefault }),
      ...moved,
      version: current.version + 1,
      updatedAt: new Date(),
    })
    .where(eq(views.id, viewId))
    .returning();
  if (!updated) throw notFound('This view');
  ctx.about('view', viewId, { collectionId, name: updated.name, shared: willBeShared });
  return presentView(updated);
}

/** Deletes a view; `restoreView` brings it back for thirty days. */
export async function deleteView(ctx: ViewsCtx, of: OfView): Promise<{ id: string }> {
  const { name } = await viewToChange(ctx, of);
  await ctx.db.update(views).set({ deletedAt: new Date() }).where(eq(views.id, of.viewId));
  await ctx.db.delete(views).where(lt(views.deletedAt, new Date(Date.now() - keptMs)));
  ctx.about('view', of.viewId, { collectionId: of.collectionId, name });
  return { id: of.viewId };
}

/** Brings a deleted view back; it is the default again only when no other became it. */
export async function restoreView(ctx: ViewsCtx, of: OfView): Promise<SavedView> {
  const deleted = await viewToChange(ctx, of, true);
  const [other] = await ctx.db
    .select({ id: views.id })
    .from(views)
    .where(
      and(
        eq(views.collectionId, of.collectionId),
        eq(views.isDefault, true),
        isNull(views.deletedAt),
      ),
    );
  const [restored] = await ctx.db
    .update(views)
    .set({ deletedAt: null, isDefault: deleted.isDefault && !other })
    .where(eq(views.id, of.viewId))
    .returning();
  if (!restored) throw notFound('This view');
  ctx.about('view', of.viewId, { collectionId: of.collectionId, name: restored.name });
  return presentView(restored);
}

/** Puts views into the order of these ids. Throws `invalid` naming one that is not there. */
export async function reorderViews(
  ctx: ViewsCtx,
  { collectionId, ids }: { collectionId: string; ids: string[] },
): Promise<SavedView[]> {
  const present = await ctx.db
    .select({ id: views.id, ownerId: views.ownerId })
    .from(views)
    .where(
      and(
        eq(views.collectionId, collectionId),
        inArray(views.id, ids),
        isNull(views.deletedAt),
        visibleTo(ctx.actor),
      ),
    );
  if (present.some(({ ownerId }) => ownerId === null)) refuseUnlessDesigner(ctx);
  if (present.length === 0) throw notFound('This view');
  const known = new Set(present.map(({ id }) => id));
  const absent = ids.findIndex((id, index) => !known.has(id) || ids.indexOf(id) !== index);
  if (absent >= 0)
    throw invalid(`ids.${absent}`, 'Name each view once, and only views of this collection.');
  for (const [position, id] of ids.entries()) {
    await ctx.db.update(views).set({ position }).where(eq(views.id, id));
  }
  ctx.about('collection', collectionId, { views: ids.length });
  return await listViews(ctx, { collectionId });
}

/**
 * A view that everybody has is part of how a collection is designed: whoever may design may change
 * it. A person's own is theirs, whatever else they may do.
 */
function refuseUnlessDesigner({ can }: ViewsCtx) {
  if (can('collections.manage')) return;
  throw new AppError(
    'forbidden',
    'Views that everybody has are changed by those who design collections. Save a view of your own instead.',
  );
}

/** Another person's own view does not exist for this one. */
async function viewToChange(ctx: ViewsCtx, { collectionId, viewId }: OfView, deleted = false) {
  const [found] = await ctx.db
    .select()
    .from(views)
    .where(
      and(
        eq(views.id, viewId),
        eq(views.collectionId, collectionId),
        deleted ? isNotNull(views.deletedAt) : isNull(views.deletedAt),
        visibleTo(ctx.actor),
      ),
    )
    .for('update');
  if (!found) throw notFound('This view');
  if (found.ownerId === null) refuseUnlessDesigner(ctx);
  return found;
}

async function nextPosition({ db, actor }: ViewsCtx, collectionId: string, shared: boolean) {
  const whose = shared || !actor.id ? isNull(views.ownerId) : eq(views.ownerId, actor.id);
  const [present] = await db
    .select({ n: count(), last: max(views.position) })
    .from(views)
    .where(and(eq(views.collectionId, collectionId), isNull(views.deletedAt), whose));
  if (present && present.n >= maxViews) {
    throw new AppError(
      'limit',
      `A collection holds up to ${maxViews} views of a kind. Delete some first.`,
    );
  }
  return (present?.last ?? -1) + 1;
}

const clearDefault = ({ db }: ViewsCtx, collectionId: string) =>
  db
    .update(views)
    .set({ isDefault: false })
    .where(and(eq(views.collectionId, collectionId), ne(views.isDefault, false)));
