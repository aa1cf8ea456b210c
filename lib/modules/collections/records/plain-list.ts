import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { hot, type TenantDb } from '@/db/tenant';
import type { StoredField } from '../fields/shapes';
import { liveFields, liveHead, loaded } from '../load';
import type { PageRow } from '../view/page';
import { recordColumns } from '../view/record-columns';

export interface PlainPage {
  fields: StoredField[];
  rows: PageRow[];
  total: number | null;
}

interface Window {
  limit: number;
  offset: number;
  total: boolean;
}

/**
 * A window of a collection's records in the order they were made, in one round trip: where nothing is
 * filtered or sorted, the question does not depend on the fields. Throws `not_found`.
 */
export async function listPlainly(
  db: TenantDb,
  collectionId: string,
  { limit, offset, total }: Window,
): Promise<PlainPage> {
  const of = { collectionId };
  const read = [
    liveHead.item(of),
    liveFields.item(of),
    rowsInOrder.item({ ...of, limit, offset }),
  ] as const;
  const [head, fields, rows, counted] = total
    ? await db.batch([...read, rowCount.item(of)])
    : await db.batch(read);
  return {
    fields: loaded([head, fields]).fields,
    rows: rows.map((row) => ({ ...row, position: { values: [], id: row.id } })),
    total: counted?.[0]?.n ?? null,
  };
}

const ofCollection = and(
  eq(records.collectionId, sql.placeholder('collectionId')),
  isNull(records.deletedAt),
);

const rowsInOrder = hot<{ collectionId: string; limit: number; offset: number }>()((db) =>
  db
    .select(recordColumns)
    .from(records)
    .where(ofCollection)
    .orderBy(asc(records.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare('record_window'),
);

/** How many records of a collection are not in the trash. */
export const rowCount = hot<{ collectionId: string }>()((db) =>
  db.select({ n: count() }).from(records).where(ofCollection).prepare('record_count'),
);
