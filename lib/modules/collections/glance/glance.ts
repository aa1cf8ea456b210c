import { asked, type Steps } from '@/db/tenant';
import type { CtxThere } from '@/lib/doors/ctx';
import type { Glance } from '../../define-module';
import { collectionsFor } from '../load';
import { reachesAny } from '../rules/access';
import { assigned, assignedRecords } from './assigned';
import { mentioning, mentionsOf, mentionsTo } from './mentions';
import { openForm } from './open';

const nothing: Glance = { places: new Map(), assigned: [], mentions: [] };

/**
 * What somebody finds of their collections without opening one: records that name them, comments that
 * mention them, and the places whose news they may be told. By the rules of each collection, in two
 * round trips; a third where a comment mentions others too.
 */
export function* glance(ctx: CtxThere): Steps<Glance> {
  const me = ctx.caller.user;
  if (!me || !ctx.can('records.read')) return nothing;
  const found = yield* collectionsFor(ctx, { trashed: 'too' });
  // News tell of any record, so they are for those who see all of them.
  const places = new Map(
    found
      .filter(({ access }) => access.see.all)
      .map(({ id, name, deletedAt }) => [`/collections/${id}`, deletedAt ? null : name]),
  );
  const open = found.filter(({ deletedAt, access }) => !deletedAt && reachesAny(access.see));
  if (open.length === 0) return { ...nothing, places };
  const forms = open.map(openForm);
  const [named, mentioned] = yield* asked(
    assigned.item(forms, { me: me.id }),
    mentioning.item(forms, mentionsTo(me.id)),
  );
  return {
    places,
    assigned: assignedRecords(named, open),
    mentions: yield* mentionsOf(me, mentioned, open),
  };
}
