import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { holdFiles } from '../attachments/hold';
import type { Design } from '../rules/fields';
import { columnsOf, type Data } from '../values/row';
import { slotsOf } from '../values/slots';
import { rowSource } from './row-source';

export interface InsertTarget {
  collectionId: string;
  fields: Design;
  actorId: string | null;
  importId?: string;
}

/** Records ready to be sent: their ids in order, and their rows as JSON. */
export interface StagedRecords {
  ids: string[];
  rows: string;
}

/** Inserts checked documents in one statement and answers their ids, in order. */
export async function insertRecords(
  db: TenantDb,
  target: InsertTarget,
  documents: readonly Data[],
): Promise<{ ids: string[]; createdAt: Date }> {
  const staged = stageRecords(target.fields, documents);
  const createdAt = await insertStaged(db, target, staged);
  const written = staged.ids.map((id, index) => ({ id, data: documents[index] ?? {} }));
  await holdFiles(db, target.fields, written, { fresh: true });
  return { ids: staged.ids, createdAt };
}

/** The part of an insert that needs no database. */
export function stageRecords(fields: Design, documents: readonly Data[]): StagedRecords {
  const rows = documents.map((data) => {
    const { slots: values, searchText, uniqueKeys } = columnsOf(fields, data);
    return { id: uuidv7(), data, search_text: searchText, unique_keys: uniqueKeys, ...values };
  });
  return { ids: rows.map(({ id }) => id), rows: JSON.stringify(rows) };
}

/** Inserts what was staged for these same fields. Answers when it was made. */
export async function insertStaged(
  db: TenantDb,
  { collectionId, fields, actorId, importId }: InsertTarget,
  { rows }: StagedRecords,
): Promise<Date> {
  const createdAt = new Date();
  const slots = slotsOf(fields);
  // Slots are columns of our own, chosen when the field was made.
  const names = sql.raw(slots.map((slot) => `, ${slot}`).join(''));
  const values = sql.raw(slots.map((slot) => `, x.${slot}`).join(''));
  await db.execute(sql`
    insert into ${records} (id, collection_id, data, search_text, unique_keys, import_id,
      created_by, updated_by, created_at, updated_at${names})
    select x.id, ${collectionId}::uuid, x.data, x.search_text, x.unique_keys, ${importId ?? null}::uuid,
      ${actorId}::uuid, ${actorId}::uuid, ${createdAt}::timestamptz, ${createdAt}::timestamptz${values}
    from ${rowSource(rows, [], slots)}`);
  return createdAt;
}
