import { and, asc, isNull, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { type Reached, rowsOf } from '../rules/rows';
import { recordColumns } from '../view/record-columns';

/** Those of these records that the reader sees, held until the transaction ends, in one order for all. */
export const lockedRows = (db: TenantDb, collection: Reached, ids: readonly string[]) =>
  db
    .select(recordColumns)
    .from(records)
    .where(
      and(
        rowsOf(collection),
        isNull(records.deletedAt),
        sql`${records.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    )
    .orderBy(asc(records.id))
    .for('update');
