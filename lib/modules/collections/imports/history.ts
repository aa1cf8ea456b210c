import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm';
import { changeLog } from '@/db/schema/tenant/plumbing';
import type { TenantDb } from '@/db/tenant';
import { sameValue } from '@/lib/fields/value';
import { isComputed } from '../fields/computed';
import type { StoredField } from '../fields/shapes';
import { parseValue } from '../values/parse';
import type { Data } from '../values/row';
import { valueIn } from '../values/show';
import { nothingKnown } from '../values/value';
import type { LoadedImport } from './load';

/** What an import did to one record, as the change log has it. */
export interface LoggedChange {
  /** Of the entry; entries are in the order of their ids. */
  id: string;
  recordId: string;
  before: Data;
  after: Data;
}

/** Entries of the change log of records that an import changed. */
export const entriesOf = ({ requests }: Pick<LoadedImport, 'requests'>): SQL | undefined =>
  and(
    sql`${changeLog.requestId} = any(${sql.param(requests)}::uuid[])`,
    eq(changeLog.tableName, 'records'),
    eq(changeLog.operation, 'update'),
  );

export async function changesOf(
  db: TenantDb,
  found: Pick<LoadedImport, 'requests'>,
  { after, limit }: { after: string | null; limit: number },
): Promise<LoggedChange[]> {
  const entries = await db
    .select({
      id: changeLog.id,
      recordId: changeLog.rowId,
      before: sql<Data>`${changeLog.before} -> 'data'`,
      after: sql<Data>`${changeLog.after} -> 'data'`,
    })
    .from(changeLog)
    .where(and(entriesOf(found), after ? gt(changeLog.id, after) : undefined))
    .orderBy(asc(changeLog.id))
    .limit(limit);
  return entries;
}

/**
 * The document a record would have with a change taken back: only the fields that were changed then,
 * and only while they hold what they were changed to; `touched` when somebody changed one since and
 * `force` is not set. A value that its field no longer takes is left out of it.
 */
export function restored(
  { before, after }: LoggedChange,
  now: Data,
  { fields, force }: { fields: readonly StoredField[]; force: boolean },
): Data | 'touched' | 'same' {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !sameValue(valueIn(before, key), valueIn(after, key)),
  );
  const open = keys.filter((key) => !sameValue(valueIn(now, key), valueIn(before, key)));
  if (open.length === 0) return 'same';
  const mine = (key: string) => sameValue(valueIn(now, key), valueIn(after, key));
  if (!force && !open.every(mine)) return 'touched';
  const back = open.filter((key) => fits(fields, key, valueIn(before, key)));
  if (back.length === 0) return 'touched';
  const next = { ...now, ...Object.fromEntries(back.map((key) => [key, valueIn(before, key)])) };
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null));
}

/** A field may have become another type, or required, since then. */
function fits(fields: readonly StoredField[], key: string, value: Data[string]): boolean {
  const field = fields.find((one) => one.key === key);
  if (!field) return true;
  if (value === null) return !field.required;
  if (isComputed(field)) return false;
  // Who is a member now does not matter to what was stored.
  if (field.type === 'person') return true;
  const parsed = parseValue(field, value, nothingKnown);
  return parsed.ok && sameValue(parsed.value, value);
}
