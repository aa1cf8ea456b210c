import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { views } from '@/db/schema/tenant/views';
import { presentField } from '../collections/read';
import type { CollectionsCtx } from '../context';
import { liveFields, liveHead, loaded } from '../load';
import type { AskingDb } from '../rules/reader';
import { fitView, type Shown } from '../view/fit';
import { type SavedView, ViewState } from './shapes';

type Row = typeof views.$inferSelect;

/**
 * The views of a collection that this person has: those of everybody first, then their own. What they
 * show of fields that are hidden from this person is left out, filters by their values included.
 */
export async function listViews(
  asking: AskingDb & Pick<CollectionsCtx, 'actor'>,
  { collectionId }: { collectionId: string },
): Promise<SavedView[]> {
  const [head, design, found] = await asking.db.batch([
    liveHead.item({ collectionId }),
    liveFields.item({ collectionId }),
    asking.db
      .select()
      .from(views)
      .where(
        and(eq(views.collectionId, collectionId), isNull(views.deletedAt), visibleTo(asking.actor)),
      )
      // Two constants of our own; no value of a caller.
      .orderBy(sql`${views.ownerId} is not null`, asc(views.position), asc(views.id)),
  ]);
  const { id, fields, access } = loaded(asking, [head, design]);
  const seen = { id, fields: fields.map(presentField) };
  const kept = found.map(presentView);
  if (access.limits.size === 0) return kept;
  return kept.map((view) => ({ ...view, state: fitted(view, seen) }));
}

function fitted({ state, kind }: SavedView, seen: Shown): SavedView['state'] {
  const { kind: _, ...fits } = fitView({ ...state, kind }, seen).state;
  return fits;
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
