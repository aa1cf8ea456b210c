import { and, eq, isNull, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import type { StoredField } from '../fields/shapes';
import { columnsOf, type Data } from '../values/row';
import { slotsOf } from '../values/slots';
import { rowSource } from './row-source';

interface Target {
  collectionId: string;
  fields: readonly StoredField[];
  actorId: string | null;
}

/** Gives records that are not in the trash whole new documents, in one statement. */
export async function changeRecords(
  db: TenantDb,
  { collectionId, fields, actorId }: Target,
  documents: readonly { id: string; data: Data }[],
) {
  if (documents.length === 0) return;
  const slots = slotsOf(fields);
  const rows = documents.map(({ id, data }) => {
    const { slots: held, searchText, uniqueKeys } = columnsOf(fields, data);
    return { id, data, search_text: searchText, unique_keys: uniqueKeys, ...held };
  });
  // Slots are columns of our own, chosen when the field was made.
  const set = Object.fromEntries(slots.map((slot) => [slot, sql.raw(`x.${slot}`)]));
  await db
    .update(records)
    .set({
      data: sql`x.data`,
      searchText: sql`x.search_text`,
      uniqueKeys: sql`x.unique_keys`,
      version: sql`${records.version} + 1`,
      updatedAt: new Date(),
      updatedBy: actorId,
      ...set,
    })
    .from(rowSource(JSON.stringify(rows), [], slots))
    .where(
      and(
        eq(records.collectionId, collectionId),
        eq(records.id, sql`x.id`),
        isNull(records.deletedAt),
      ),
    );
}
