import { and, count, type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { invalid } from '@/lib/errors';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { comparable, valueText } from './columns';
import { fieldNamed } from './filters';
import { isSummedType } from './fit';
import { type RecordQuery, scopeOf } from './record-query';

/** Exact decimals as text; null for a field that holds no numbers, and where no record has a value. */
export interface Sums {
  /** Records that have a value. */
  count: number;
  sum: string | null;
  average: string | null;
  smallest: string | null;
  largest: string | null;
}

const nothing = { sum: null, average: null, smallest: null, largest: null };

/** What the values of a field come to over a set of records. Throws `invalid` for a look-up. */
export async function sumUp(
  db: TenantDb,
  query: RecordQuery,
  { key, fields }: { key: string; fields: readonly StoredField[] },
): Promise<Sums> {
  const field = fieldNamed(fields, key, 'field');
  if (ruleOf(field.type).readOnly) throw invalid('field', `${field.name} is looked up elsewhere.`);
  const where = and(scopeOf(query), query.condition);
  if (!isSummedType(field.type)) {
    const [found] = await db
      .select({ count: count(valueText(field)) })
      .from(records)
      .where(where);
    return { count: found?.count ?? 0, ...nothing };
  }
  const value = numberOf(field);
  const [found] = await db
    .select({
      count: count(value),
      sum: plain(sql`sum(${value})`),
      average: plain(sql`round(avg(${value}), 6)`),
      smallest: plain(sql`min(${value})`),
      largest: plain(sql`max(${value})`),
    })
    .from(records)
    .where(where);
  return found ?? { count: 0, ...nothing };
}

/** Amounts are compared as whole minor units. */
export function numberOf(field: StoredField): SQL {
  const value = sql`(${comparable(field)})::numeric`;
  const { decimals = 0 } = field.options;
  return field.type === 'money' && decimals > 0
    ? sql`${value} / power(10::numeric, ${decimals}::int)`
    : value;
}

export const plain = (of: SQL) => sql<string | null>`trim_scale(${of})::text`;
