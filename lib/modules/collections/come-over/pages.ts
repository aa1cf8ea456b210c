import { and, asc, gt, lte, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';

/** Rows of one transaction: few enough for the slowest statement among them. */
const rowsOfPage = 1_000;

const first = '00000000-0000-0000-0000-000000000000';

type Change = (db: TenantDb, isOfPage: SQL | undefined) => Promise<unknown>;

/**
 * Changes rows of a table in the order of their ids, a page in each transaction, so that it takes as
 * long as it takes and others wait for one page at most.
 */
export async function inPages(
  { transact }: TenantCtx,
  { table }: { table: PgTable & { id: PgColumn } },
  change: Change,
): Promise<void> {
  const { id } = table;
  let after: string | null = first;
  while (after) {
    const from = after;
    after = await transact(async (db) => {
      const rows = await db
        .select({ id })
        .from(table)
        .where(gt(id, from))
        .orderBy(asc(id))
        .limit(rowsOfPage);
      const last = rows.at(-1)?.id as string | undefined;
      if (!last) return null;
      await change(db, and(gt(id, from), lte(id, last)));
      return last;
    });
  }
}
