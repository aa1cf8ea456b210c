import { and, count, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import {
  afterPosition,
  orderIn,
  type Position,
  type Section,
  sectionAt,
  sectionCondition,
  sectionsOf,
} from './keyset';
import { isPicked, pageOfPicked } from './picked';
import { recordColumns } from './record-columns';
import { type PageRow, type RecordQuery, scopeOf, withPosition } from './record-query';

interface Read {
  section: Section;
  limit: number;
  offset?: number;
  after?: Position | undefined;
}

/** Up to `limit` rows after a position, and the exact count of the set when asked. */
export async function pageAfter(
  db: TenantDb,
  query: RecordQuery,
  { limit, after, total }: { limit: number; after?: Position | undefined; total: boolean },
): Promise<{ rows: PageRow[]; total: number | null }> {
  if (total && !after && isPicked(query)) return await pageOfPicked(db, query, { limit });
  const sections = sectionsOf(query.terms);
  const start = after ? sections.indexOf(sectionAt(after)) : 0;
  const [section = 'all', next] = sections.slice(start);
  const first = pageQuery(db, query, { section, limit, after });
  const [found, counted] = total
    ? await db.batch([first, countOf(db, query)])
    : [await first, undefined];
  const rows = found.map((row) => withPosition(row, query.terms.length));
  if (next && rows.length < limit) {
    const more = await pageQuery(db, query, { section: next, limit: limit - rows.length });
    rows.push(...more.map((row) => withPosition(row, query.terms.length)));
  }
  return { rows, total: counted?.[0]?.n ?? null };
}

/** A window of rows by their place in the order, for a scrollbar that jumps. */
export async function pageAt(
  db: TenantDb,
  query: RecordQuery,
  { limit, offset, total }: { limit: number; offset: number; total: boolean },
): Promise<{ rows: PageRow[]; total: number | null }> {
  if (isPicked(query)) {
    const picked = await pageOfPicked(db, query, { limit, offset });
    return { rows: picked.rows, total: total ? picked.total : null };
  }
  const [section = 'all', next] = sectionsOf(query.terms);
  const [found, [ahead], counted] = await db.batch([
    pageQuery(db, query, { section, limit, offset }),
    countOf(db, query, next ? section : 'all', Boolean(next)),
    countOf(db, query, 'all', total),
  ]);
  const rows = found.map((row) => withPosition(row, query.terms.length));
  if (next && rows.length < limit) {
    const passed = Math.max(0, offset - (ahead?.n ?? 0));
    const read = { section: next, limit: limit - rows.length, offset: passed };
    const more = await pageQuery(db, query, read);
    rows.push(...more.map((row) => withPosition(row, query.terms.length)));
  }
  return { rows, total: total ? (counted[0]?.n ?? 0) : null };
}

/** One reading of a section of the order. */
export function pageQuery(
  db: TenantDb,
  query: RecordQuery,
  { section, limit, offset, after }: Read,
) {
  const { terms } = query;
  const values = terms.map(({ expression }) => sql<string | null>`(${expression})::text`);
  return db
    .select({
      ...recordColumns,
      ...Object.fromEntries(values.map((value, index) => [`sort${index}`, value])),
    })
    .from(records)
    .where(
      and(
        scopeOf(query),
        sectionCondition(terms, section),
        query.condition,
        after ? afterPosition(terms, after) : undefined,
      ),
    )
    .orderBy(...orderIn(terms, section, query.scattered))
    .limit(limit)
    .offset(offset ?? 0);
}

function countOf(db: TenantDb, query: RecordQuery, section: Section = 'all', wanted = true) {
  const condition = wanted ? query.condition : sql`false`;
  return db
    .select({ n: count() })
    .from(records)
    .where(and(scopeOf(query), sectionCondition(query.terms, section), condition));
}
