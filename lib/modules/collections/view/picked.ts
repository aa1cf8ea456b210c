import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { recordColumns } from './record-columns';
import { type PageRow, type RecordQuery, scopeOf, withPosition } from './record-query';
import type { SortTerm } from './sorts';

/** Whether a set is gone through to be known; else an index gives it in its order. */
export const isPicked = ({ condition, scattered }: RecordQuery): boolean =>
  condition !== undefined || scattered === true;

/**
 * A window of rows and the exact count of a set that filters pick: both from one search, where two
 * would each ask every record what it holds.
 */
export async function pageOfPicked(
  db: TenantDb,
  query: RecordQuery,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<{ rows: PageRow[]; total: number }> {
  const { terms } = query;
  const keys = sortColumns(terms, ({ expression }) => expression);
  const picked = db.$with('picked').as(
    db
      .select({ id: records.id, ...keys })
      .from(records)
      .where(and(scopeOf(query), query.condition)),
  );
  const shown = db
    .select()
    .from(picked)
    .orderBy(...orderOf('picked', terms))
    .limit(limit)
    .offset(offset)
    .as('shown');
  const found = await db
    .with(picked)
    .select({
      ...recordColumns,
      ...sortColumns(terms, (_, name) => sql`${columnOf('shown', name)}::text`),
      total: sql<number>`(select count(*)::int from ${picked})`,
    })
    // The count stands in every row, and there is one where nothing is shown.
    .from(sql`(select 1) as one`)
    .leftJoin(shown, sql`true`)
    .leftJoin(records, eq(records.id, shown.id))
    .orderBy(...orderOf('shown', terms));
  const rows = found.flatMap(({ id, ...row }) =>
    id === null ? [] : [withPosition({ ...row, id }, terms.length)],
  );
  return { rows, total: found[0]?.total ?? 0 };
}

const sortColumns = (
  terms: readonly SortTerm[],
  expressionOf: (term: SortTerm, name: string) => SQL,
) =>
  Object.fromEntries(
    terms.map((term, index) => {
      const name = `sort${index}`;
      return [name, expressionOf(term, name).as(name)];
    }),
  );

// Names of this file's own.
const columnOf = (source: string, name: string) =>
  sql`${sql.identifier(source)}.${sql.identifier(name)}`;

/** As the sections of an index give it, one after the other. */
function orderOf(source: string, terms: readonly SortTerm[]): SQL[] {
  const order = terms.map(
    ({ direction }, index) =>
      // The direction is one of two words of our own.
      sql`${columnOf(source, `sort${index}`)} ${sql.raw(direction)} nulls last`,
  );
  const id = columnOf(source, 'id');
  return [...order, terms[0]?.direction === 'desc' ? desc(id) : asc(id)];
}
