import { and, desc, isNull, or, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { shaped } from '@/db/tenant';
import type { Glance } from '../../define-module';
import type { LoadedCollection } from '../load';
import { names, rowsOf } from '../rules/rows';
import { titleOf } from '../values/title';
import { type Open, readBy } from './open';

/** Of one tenant; those that changed last. */
const most = 8;

/** Records that name somebody in a field they see, among those they see. */
export const assigned = shaped<Open[], { me: string }>()((db, open) => {
  const ways = open.flatMap((collection) => {
    if (collection.people.length === 0) return [];
    const named = collection.people.map((field) => names(field, sql.placeholder('me')));
    return [and(rowsOf(readBy(collection)), or(...named))];
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
    .limit(most)
    .prepare('assigned_records');
});

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
