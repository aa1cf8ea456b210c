import { isNotNull, or } from 'drizzle-orm';
import { collections } from '@/db/schema/tenant/collections';
import type { WordSight } from '@/db/search';
import { type LoadedCollection, loadCollections } from '../load';
import { reachesAny } from '../rules/access';
import { type AskingDb, readerOf } from '../rules/reader';

/** What of the tenant's records whoever asks may find, so that nothing else is counted among candidates. */
export async function sightOf(ctx: AskingDb): Promise<WordSight> {
  const reader = readerOf(ctx);
  const gone = isNotNull(collections.deletedAt);
  const found = await ctx.db
    .select({ id: collections.id, deletedAt: collections.deletedAt })
    .from(collections)
    .where(reader.unbound ? gone : or(gone, isNotNull(collections.rules)));
  const bound = found.flatMap(({ id, deletedAt }) => (deletedAt ? [] : [id]));
  const loaded = await loadCollections(ctx, { ids: bound });
  const open = loaded.filter(({ access }) => reachesAny(access.see));
  const narrow = open.filter(({ access }) => !access.see.all);
  const closed = new Set(found.map(({ id }) => id));
  for (const { id } of open) closed.delete(id);
  return {
    readerId: reader.id,
    closed: [...closed],
    ruled: narrow.map(({ id }) => id),
    own: narrow.filter(({ access }) => access.see.own).map(({ id }) => id),
    assigned: Object.fromEntries(
      narrow
        .filter(({ access }) => access.see.assigned)
        .map(({ id, access }) => [id, access.assignees.map(({ key }) => key)]),
    ),
    ...byPeople(narrow),
  };
}

/** Collections with records of others, those with the same others beside one list of them. */
function byPeople(narrow: readonly LoadedCollection[]): Pick<WordSight, 'people' | 'near'> {
  const people: Record<string, 1>[] = [];
  const known = new Map<string, number>();
  const near: Record<string, WordSight['near'][string]> = {};
  for (const { id, access } of narrow) {
    const ids = [...access.see.people].sort();
    if (ids.length === 0) continue;
    const at = known.get(ids.join()) ?? people.length;
    if (at === people.length) people.push(Object.fromEntries(ids.map((one) => [one, 1])));
    known.set(ids.join(), at);
    near[id] = { people: at, keys: access.assignees.map(({ key }) => key) };
  }
  return { people, near };
}
