import { and, count, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { invalid } from '@/lib/errors';
import type { FieldType, StoredField } from '../fields/shapes';
import { isSortable } from './columns';
import { fieldNamed } from './filters';
import { groupSort, isGroupType, isPeriodType, isSummedType } from './fit';
import { type RecordQuery, scopeOf } from './record-query';
import { sortTerms } from './sorts';
import type { Sort } from './state';
import { numberOf, plain } from './sums';

/** The records of a set that have one value, or a date in one period. */
export interface Group {
  /** As a record holds it; the first day of a period; null where there is no value. */
  value: string | boolean | null;
  count: number;
  /** What a field of numbers comes to, as an exact decimal; null where nothing was asked or is there. */
  sum: string | null;
}

/** Groups that one answer holds. */
export const maxGroups = 500;

/**
 * How many records of a set have each value, in the order that a sort by the same gives them, empty
 * last: one grouped query. Answers one group more than `maxGroups` when there are more.
 */
export async function groupCounts(
  db: TenantDb,
  query: RecordQuery,
  { sort, fields, sum }: { sort: Sort; fields: readonly StoredField[]; sum?: string | undefined },
): Promise<Group[]> {
  const field = groupField(sort, fields);
  const [term] = sortTerms([groupSort(field, sort)], fields);
  if (!term) return [];
  const added = sum === undefined ? null : summedField(sum, fields);
  const found = await db
    .select({
      held: sql<string | null>`(${term.expression})::text`,
      n: count(),
      sum: added ? plain(sql`sum(${numberOf(added)})`) : sql<null>`null::text`,
    })
    .from(records)
    .where(and(scopeOf(query), query.condition))
    // By its number: with parameters in it, the same expression would not be known as the same.
    .groupBy(sql`1`)
    .orderBy(sort.direction === 'desc' ? sql`1 desc nulls last` : sql`1 asc nulls last`)
    .limit(maxGroups + 1);
  return found.map(({ held, n, sum: total }) => ({
    value: held === null ? null : groupValue(field.type, held),
    count: n,
    sum: total,
  }));
}

function groupField({ field: key, by }: Sort, fields: readonly StoredField[]): StoredField {
  const field = fieldNamed(fields, key, 'group.field');
  if (!isGroupType(field.type) || !isSortable(field)) {
    throw invalid('group.field', `Records cannot be grouped by ${field.name}.`);
  }
  if (by && !isPeriodType(field.type)) throw invalid('group.by', `${field.name} holds no dates.`);
  return field;
}

function summedField(key: string, fields: readonly StoredField[]): StoredField {
  const field = fieldNamed(fields, key, 'sum');
  if (!isSummedType(field.type)) throw invalid('sum', `${field.name} holds no numbers.`);
  return field;
}

/** The value of a group from the text that its sort expression shows. */
function groupValue(type: FieldType, held: string): string | boolean {
  if (isPeriodType(type)) return held.slice(0, 10);
  if (type === 'boolean') return held === '1';
  // A person's name stands before the id, an option's rank before its own.
  return type === 'person' ? held.slice(-36) : held.slice(held.indexOf(':') + 1);
}
