import { and, eq, isNull, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { holdFiles } from '../attachments/hold';
import type { Design } from '../rules/fields';
import { columnsOf, type Data } from '../values/row';
import { slotsOf } from '../values/slots';
import { rowSource } from './row-source';

interface Target {
  collectionId: string;
  fields: Design;
  actorId: string | null;
}

const atOnce = 1_000;

/**
 * Gives records that are not in the trash whole new documents. Answers when. The caller has locked
 * them and knows that none repeats a value that may stand once.
 */
export async function changeRecords(
  db: TenantDb,
  { collectionId, fields, actorId }: Target,
  documents: readonly { id: string; data: Data }[],
): Promise<Date> {
  const target = { collectionId, fields, actorId, updatedAt: new Date() };
  // Values that may stand once can change places between records only within one statement.
  const size = fields.some(({ unique }) => unique) ? documents.length : atOnce;
  for (let at = 0; at < documents.length; at += size) {
    await changeSome(db, target, documents.slice(at, at + size));
    await holdFiles(db, fields, documents.slice(at, at + size));
  }
  return target.updatedAt;
}

async function changeSome(
  db: TenantDb,
  { collectionId, fields, actorId, updatedAt }: Target & { updatedAt: Date },
  documents: readonly { id: string; data: Data }[],
) {
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
      updatedAt,
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
