import { and, inArray, isNull, or } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantCtx } from '@/lib/doors/ctx';
import type { Topic, TopicId } from '../../topic';
import { loadCollections } from '../load';
import { rowsOf } from '../rules/rows';
import { titleOf } from '../values/title';

/** Records of any collections by what they are called, by the rules of each: those in the trash are not. */
export async function nameRecords(
  ctx: TenantCtx,
  of: readonly TopicId[],
): Promise<ReadonlyMap<string, Topic>> {
  const open = await loadCollections(ctx, { ids: [...new Set(of.map(({ within }) => within))] });
  const ways = open.map((collection) => {
    const ids = of.filter(({ within }) => within === collection.id).map(({ id }) => id);
    return and(rowsOf(collection), inArray(records.id, ids));
  });
  if (ways.length === 0) return new Map();
  const found = await ctx.db
    .select({ id: records.id, collectionId: records.collectionId, data: records.data })
    .from(records)
    .where(and(isNull(records.deletedAt), or(...ways)));
  return new Map(
    found.flatMap(({ id, collectionId, data }) => {
      const collection = open.find((one) => one.id === collectionId);
      if (!collection) return [];
      const path = `/collections/${collectionId}/records/${id}`;
      const title = titleOf(collection.fields, data);
      return [[id, { title, place: collection.name, path }] as const];
    }),
  );
}
