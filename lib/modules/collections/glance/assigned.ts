import { and, desc, isNull, or, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import type { Glance } from '../../define-module';
import type { LoadedCollection } from '../load';
import { names, rowsOf } from '../rules/rows';
import { titleOf } from '../values/title';

/** Of one tenant; those that changed last. */
const most = 8;

/** Records that name somebody in a field they see, among those they see. */
export function assignedTo(db: TenantDb, open: readonly LoadedCollection[], personId: string) {
  const ways = open.flatMap((collection) => {
    const people = collection.fields.filter(({ type }) => type === 'person');
    if (people.length === 0) return [];
    return [and(rowsOf(collection), or(...people.map((field) => names(field, personId))))];
  });
  return db
    .select({
      id: records.id,
      collectionId: records.collectionId,
      data: records.data,
      at: records.updatedAt,
    })
    .from(records)
    .where(and(isNull(records.deletedAt), or(...ways) ?? sql`false`))
    .orderBy(desc(records.updatedAt), desc(records.id))
    .limit(most);
}

interface Row {
  id: string;
  collectionId: string;
  data: Record<string, unknown>;
  at: Date;
}

export const assignedRecords = (
  rows: readonly Row[],
  open: readonly LoadedCollection[],
): Glance['assigned'] =>
  rows.flatMap(({ id, collectionId, data, at }) => {
    const collection = open.find((one) => one.id === collectionId);
    if (!collection) return [];
    const path = `/collections/${collectionId}/records/${id}`;
    return [{ id, at, title: titleOf(collection.fields, data), place: collection.name, path }];
  });
