import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { records } from '@/db/schema/tenant/collections';
import type { CollectionsCtx } from '../context';
import { loadCollection } from '../load';
import { foldText } from '../values/fold';
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
  { db }: Pick<CollectionsCtx, 'db'>,
  { collectionId, search = '', ids, limit = 20 }: NamesQuery,
): Promise<RecordName[]> {
  const { fields } = await loadCollection(db, collectionId);
  const words = foldText(search).trim();
  const slot = titleField(fields)?.slot;
  const found = await db
    .select({ id: records.id, data: records.data })
    .from(records)
    .where(
      and(
        eq(records.collectionId, collectionId),
        isNull(records.deletedAt),
        ids ? inArray(records.id, ids) : undefined,
        words
          ? sql`${records.searchText} like ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}`
          : undefined,
      ),
    )
    .orderBy(...(slot ? [asc(records[slot as Slot])] : []), asc(records.id))
    .limit(ids ? 500 : limit);
  return found.map(({ id, data }) => ({ id, name: titleOf(fields, data) }));
}
