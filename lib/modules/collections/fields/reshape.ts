import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { rowSource } from '../records/row-source';
import type { Design } from '../rules/fields';
import { columnsOf, type Data } from '../values/row';
import { slotsOf } from '../values/slots';

const batchSize = 2_000;

interface Reshape {
  collectionId: string;
  /** The fields as they will be; search text and slots follow from them. */
  fields: Design;
  /** The new document, or the same one when nothing changes in it. */
  change(data: Data): Data;
}

/** Rewrites every record of a collection, trashed ones too, after its design changed. */
export async function reshapeRecords(db: TenantDb, reshape: Reshape): Promise<void> {
  for await (const batch of recordBatches(db, reshape.collectionId)) {
    const rows = batch.map(({ id, data }) => {
      const next = reshape.change(data);
      const { slots, searchText, uniqueKeys } = columnsOf(reshape.fields, next);
      const beside = { search_text: searchText, unique_keys: uniqueKeys };
      return { id, data: next, changed: next !== data, ...beside, ...slots };
    });
    await writeRows(db, reshape, rows);
  }
}

/** All records of a collection by id, in batches. */
export async function* recordBatches(db: TenantDb, collectionId: string) {
  let last: string | undefined;
  for (;;) {
    const batch = await db
      .select({ id: records.id, data: records.data, deletedAt: records.deletedAt })
      .from(records)
      .where(and(eq(records.collectionId, collectionId), last ? gt(records.id, last) : undefined))
      .orderBy(asc(records.id))
      .limit(batchSize);
    if (batch.length > 0) yield batch as { id: string; data: Data; deletedAt: Date | null }[];
    last = batch.at(-1)?.id;
    if (batch.length < batchSize) return;
  }
}

async function writeRows(db: TenantDb, { collectionId, fields }: Reshape, rows: object[]) {
  const slots = slotsOf(fields);
  // Slots are columns of our own, chosen when the field was made.
  const set = Object.fromEntries(slots.map((slot) => [slot, sql.raw(`x.${slot}`)]));
  await db
    .update(records)
    .set({
      data: sql`x.data`,
      searchText: sql`x.search_text`,
      uniqueKeys: sql`x.unique_keys`,
      version: sql`${records.version} + x.changed::int`,
      ...set,
    })
    .from(rowSource(JSON.stringify(rows), ['changed boolean'], slots))
    .where(and(eq(records.collectionId, collectionId), eq(records.id, sql`x.id`)));
}
