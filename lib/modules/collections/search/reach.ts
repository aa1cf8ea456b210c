import { and, inArray } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { WordHit } from '@/db/search';
import { type LoadedCollection, loadCollections } from '../load';
import { recordQuery } from '../records/list';
import type { AskingDb } from '../rules/reader';
import { recordColumns } from '../view/record-columns';
import { scopeOf } from '../view/record-query';

export interface ReachedRecord {
  id: string;
  data: Record<string, unknown>;
  updatedAt: Date;
  collection: LoadedCollection;
}

/**
 * Of these candidates the records that the reader may see, in their order, with the fields that the
 * reader may see: the same question that lists ask, in two round trips.
 */
export async function reach(
  ctx: AskingDb,
  candidates: readonly WordHit[],
): Promise<ReachedRecord[]> {
  const ids = [...new Set(candidates.map((one) => one.collectionId))];
  const own = await loadCollections(ctx, { ids });
  const [first, ...more] = own.map((collection) => {
    const ids = candidates.filter((one) => one.collectionId === collection.id).map(({ id }) => id);
    const query = recordQuery({}, collection);
    return ctx.db
      .select(recordColumns)
      .from(records)
      .where(and(scopeOf(query), query.condition, inArray(records.id, ids)));
  });
  if (!first) return [];
  const read = await ctx.db.batch([first, ...more]);
  const found = new Map(
    read.flatMap((rows, at) =>
      rows.flatMap(({ id, data, updatedAt }): [string, ReachedRecord][] => {
        const collection = own[at];
        return collection ? [[id, { id, data, updatedAt, collection }]] : [];
      }),
    ),
  );
  return candidates.flatMap(({ id }) => found.get(id) ?? []);
}
