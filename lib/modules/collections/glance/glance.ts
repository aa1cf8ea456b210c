import type { CtxThere } from '@/lib/doors/ctx';
import type { Glance } from '../../define-module';
import { loadCollections } from '../load';
import { reachesAny } from '../rules/access';
import { assignedRecords, assignedTo } from './assigned';
import { mentioning, mentionsOf } from './mentions';

const nothing: Glance = { places: new Map(), assigned: [], mentions: [] };

/**
 * What somebody finds of their collections without opening one: records that name them, comments that
 * mention them, and the places whose news they may be told. By the rules of each collection, in two
 * round trips; a third where a comment mentions others too.
 */
export async function glance(ctx: CtxThere): Promise<Glance> {
  const me = ctx.caller.user;
  if (!me || !ctx.can('records.read')) return nothing;
  const found = await loadCollections(ctx, { trashed: 'too' });
  // News tell of any record, so they are for those who see all of them.
  const places = new Map(
    found
      .filter(({ access }) => access.see.all)
      .map(({ id, name, deletedAt }) => [`/collections/${id}`, deletedAt ? null : name]),
  );
  const open = found.filter(({ deletedAt, access }) => !deletedAt && reachesAny(access.see));
  if (open.length === 0) return { ...nothing, places };
  const [assigned, mentioned] = await ctx.db.batch([
    assignedTo(ctx.db, open, me.id),
    mentioning(ctx.db, open, me.id),
  ]);
  return {
    places,
    assigned: assignedRecords(assigned, open),
    mentions: await mentionsOf({ db: ctx.db, me }, mentioned, open),
  };
}
