import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import type { StoredField } from '../fields/shapes';
import { columnsOf, type Data } from '../values/row';
import type { Slot } from '../values/slots';
import type { PeopleIndex } from '../values/value';
import { rowSource } from './row-source';

export interface InsertTarget {
  collectionId: string;
  fields: readonly StoredField[];
  people: PeopleIndex;
  actorId: string | null;
  importId?: string;
}

/** Inserts checked documents in one statement and answers their ids, in order. */
export async function insertRecords(
  db: TenantDb,
  { collectionId, fields, people, actorId, importId }: InsertTarget,
  documents: readonly Data[],
): Promise<{ ids: string[]; createdAt: Date }> {
  const createdAt = new Date();
  const slots = fields.flatMap((field) => (field.slot ? [field.slot as Slot] : []));
  const rows = documents.map((data) => {
    const { slots: values, searchText } = columnsOf(fields, data, people);
    return { id: uuidv7(), data, search_text: searchText, ...values };
  });
  const names = sql.raw(slots.map((slot) => `, ${slot}`).join(''));
  const values = sql.raw(slots.map((slot) => `, x.${slot}`).join(''));
  await db.execute(sql`
    insert into ${records} (id, collection_id, data, search_text, import_id,
      created_by, updated_by, created_at, updated_at${names})
    select x.id, ${collectionId}::uuid, x.data, x.search_text, ${importId ?? null}::uuid,
      ${actorId}::uuid, ${actorId}::uuid, ${createdAt}::timestamptz, ${createdAt}::timestamptz${values}
    from ${rowSource(rows, [], slots)}`);
  return { ids: rows.map(({ id }) => id), createdAt };
}
