import { and, isNotNull, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { AppError } from '@/lib/errors';
import type { LoadedCollection } from '../load';
import { rowsOf } from '../rules/rows';
import type { Data } from '../values/row';
import { type Claimant, findTaken, type Strict } from './taken';

interface Refusing {
  claimants: readonly Claimant[];
  /** What has not happened, as a whole sentence. */
  nothing: string;
  /** Input the error is shown at. */
  path: string;
}

/** Throws `conflict` when one of these documents repeats a value that may stand once; says which. */
export async function refuseTaken(
  db: TenantDb,
  collection: Strict,
  { claimants, nothing, path }: Refusing,
) {
  const [first, ...more] = await findTaken(db, collection, claimants);
  if (!first) return;
  const others = more.length > 0 ? ` ${more.length} more are like this.` : '';
  throw new AppError('conflict', `${nothing} ${first.message}${others}`, {
    fields: { [path]: first.message },
  });
}

interface Returning {
  ids: readonly string[];
  /** Input that names the records. */
  path: string;
}

/** What came meanwhile keeps its value; a record in the trash that has the same cannot come back. */
export async function refuseReturn(
  db: TenantDb,
  collection: LoadedCollection,
  { ids, path }: Returning,
) {
  if (!collection.design.some(({ unique }) => unique)) return;
  const back = await db
    .select({ id: records.id, data: records.data })
    .from(records)
    .where(
      and(
        rowsOf(collection, 'remove'),
        isNotNull(records.deletedAt),
        sql`${records.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    );
  const claimants = back.map(({ id, data }) => ({ id, data: data as Data }));
  await refuseTaken(db, collection, { claimants, nothing: 'Nothing was brought back.', path });
}
