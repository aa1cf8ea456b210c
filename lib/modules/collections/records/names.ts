import { and, asc, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { records } from '@/db/schema/tenant/collections';
import type { ReadingCtx } from '../context';
import { loadCollection } from '../load';
import { rowsOf } from '../rules/rows';
import { wordsIn } from '../rules/words';
import type { Slot } from '../values/slots';
import { titleField, titleOf } from '../values/title';

export const RecordName = z.object({ id: z.uuid(), name: z.string() });
export type RecordName = z.infer<typeof RecordName>;

interface NamesQuery {
  collectionId: string;
  search?: string | undefined;
  ids?: string[] | undefined;
  limit?: number | undefined;
}

/** Records of a collection by what they are called: those a search finds, or those asked for by id. */
export async function listRecordNames(
  ctx: ReadingCtx,
  { collectionId, search = '', ids, limit = 20 }: NamesQuery,
): Promise<RecordName[]> {
  const collection = await loadCollection(ctx, collectionId);
  const { fields } = collection;
  const slot = titleField(fields)?.slot;
  const found = await ctx.db
    .select({ id: records.id, data: records.data })
    .from(records)
    .where(
      and(
        rowsOf(collection),
        isNull(records.deletedAt),
        ids ? inArray(records.id, ids) : undefined,
        wordsIn(collection, search),
      ),
    )
    .orderBy(...(slot ? [asc(records[slot as Slot])] : []), asc(records.id))
    .limit(ids ? 500 : limit);
  return found.map(({ id, data }) => ({ id, name: titleOf(fields, data) }));
}
