import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { invalid } from '@/lib/errors';
import { isUuid } from '../values/uuid';
import type { SortTerm } from './sorts';

/** Where a page ended: the sort values of its last record, as text, and its id. */
export interface Position {
  values: (string | null)[];
  id: string;
}

/**
 * Records whose first sort value is present come first, then those where it is empty: two reads,
 * each of which an index gives in order.
 */
export type Section = 'present' | 'empty' | 'all';

export const sectionsOf = (terms: readonly SortTerm[]): Section[] =>
  terms.length > 0 ? ['present', 'empty'] : ['all'];

export const sectionAt = (position: Position): Section =>
  position.values.length === 0 ? 'all' : position.values[0] === null ? 'empty' : 'present';

export function sectionCondition([first]: readonly SortTerm[], section: Section): SQL | undefined {
  if (!first || section === 'all') return undefined;
  return section === 'present'
    ? sql`${first.expression} is not null`
    : sql`${first.expression} is null`;
}

/**
 * The order inside a section; the id settles ties in the direction of the first sort. `scattered` is for
 * few records that lie anywhere in the order: they are found first and sorted then.
 */
export function orderIn(terms: readonly SortTerm[], section: Section, scattered = false): SQL[] {
  const rest = section === 'empty' ? terms.slice(1) : terms;
  const ordered = rest.map(({ expression, direction }, index) =>
    // The direction is one of two words of our own.
    // No `nulls last` where none can be null: only then does the index give a descending order.
    index === 0 && section === 'present'
      ? sql`${lead(expression, scattered)} ${sql.raw(direction)}`
      : sql`${lead(expression, scattered && index === 0)} ${sql.raw(direction)} nulls last`,
  );
  const id = lead(sql`${records.id}`, scattered && ordered.length === 0);
  return [...ordered, terms[0]?.direction === 'desc' ? desc(id) : asc(id)];
}

// The greatest of one value is that value, and no index is known to give its order.
const lead = (expression: SQL, scattered: boolean) =>
  scattered ? sql`greatest(${expression})` : expression;

/** Records after a position within its section. */
export function afterPosition(
  terms: readonly SortTerm[],
  { values, id }: Position,
): SQL | undefined {
  const down = terms[0]?.direction === 'desc';
  let after: SQL | undefined = down ? lt(records.id, id) : gt(records.id, id);
  for (const [index, term] of [...terms.entries()].reverse()) {
    after = afterTerm(term, values[index] ?? null, after);
  }
  const [first] = terms;
  const begin = values[0];
  // Says again in one plain comparison where to enter the index.
  const bound = first && typeof begin === 'string' ? entry(first, begin) : undefined;
  return and(bound, after);
}

const entry = ({ expression, direction, operand }: SortTerm, value: string) =>
  sql`${expression} ${direction === 'desc' ? sql`<=` : sql`>=`} ${operand(value)}`;

function afterTerm(term: SortTerm, value: string | null, rest: SQL | undefined): SQL | undefined {
  const { expression, direction, operand } = term;
  if (value === null) return and(sql`${expression} is null`, rest);
  const beyond = sql`${expression} ${direction === 'desc' ? sql`<` : sql`>`} ${operand(value)}`;
  return or(beyond, sql`${expression} is null`, and(eq(expression, operand(value)), rest));
}

const encode = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url');

/** `asOf` is the moment that the first page was read at, where formulas of the view go by it. */
export const toCursor = ({ values, id }: Position, asOf?: Date): string =>
  encode([...values, id, ...(asOf ? [asOf.getTime()] : [])]);

const anotherList = () =>
  invalid('cursor', 'This cursor belongs to another list. Start from the first page.');

const oldestCursorMs = 24 * 3_600_000;

/** The moment that a list goes by from its first page on. Throws `invalid` for one of another day. */
export function momentOf(cursor: string, now: Date): Date | undefined {
  const at = parsed(cursor)?.at(-1);
  if (typeof at !== 'number') return undefined;
  if (at > now.getTime() || at < now.getTime() - oldestCursorMs) throw anotherList();
  return new Date(at);
}

/** Throws `invalid` for a cursor of another order, or none of ours. */
export function fromCursor(cursor: string, terms: readonly SortTerm[]): Position {
  const values = parsed(cursor);
  if (typeof values?.at(-1) === 'number') values.pop();
  const id = values?.pop();
  const fits =
    values?.length === terms.length &&
    values.every((value) => value === null || typeof value === 'string');
  if (!fits || !isUuid(id)) throw anotherList();
  return { values: values as (string | null)[], id };
}

function parsed(cursor: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
