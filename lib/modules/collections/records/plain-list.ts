import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { hot } from '@/db/tenant';
import type { ReadingCtx } from '../context';
import type { StoredField } from '../fields/shapes';
import { liveFields, liveHead, loaded } from '../load';
import { recordColumns } from '../view/record-columns';
import type { PageRow } from '../view/record-query';

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
 * filtered or sorted, the question does not depend on the fields. Null where rules keep some of the
 * records from whoever asks. Throws `not_found`.
 */
export async function listPlainly(
  ctx: ReadingCtx,
  collectionId: string,
  { limit, offset, total }: Window,
): Promise<PlainPage | null> {
  const { db } = ctx;
  const of = { collectionId };
  const read = [
    liveHead.item(of),
    liveFields.item(of),
    rowsInOrder.item({ ...of, limit, offset }),
  ] as const;
  const [head, fields, rows, counted] = total
    ? await db.batch([...read, rowCount.item(of)])
    : await db.batch(read);
  const collection = loaded(ctx, [head, fields]);
  if (!collection.access.see.all) return null;
  return {
    fields: collection.fields,
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
