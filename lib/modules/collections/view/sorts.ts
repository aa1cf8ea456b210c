import { type SQL, sql } from 'drizzle-orm';
import { invalid } from '@/lib/errors';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { viewingOf } from '../fields/types/viewing';
import { comparable, isSortable, operand } from './columns';
import { fieldNamed } from './filters';
import type { Period, Sort } from './state';

/** One key of an order: the expression, its direction, and how to type a value of it. */
export interface SortTerm {
  expression: SQL;
  direction: 'asc' | 'desc';
  operand(value: string): SQL;
}

/** The terms of an order. Throws `invalid` for a field that cannot be sorted on. */
export function sortTerms(sorts: readonly Sort[], fields: readonly StoredField[]): SortTerm[] {
  return sorts.map((sort, index) => {
    const field = fieldNamed(fields, sort.field, `sorts.${index}.field`);
    if (!isSortable(field)) {
      throw invalid(`sorts.${index}.field`, `${field.name} cannot be sorted on.`);
    }
    if (sort.by && viewingOf(field.type).calendar !== 'day') {
      throw invalid(`sorts.${index}.by`, `${field.name} holds no dates.`);
    }
    return termOf(field, sort);
  });
}

function termOf(field: StoredField, { direction, by }: Sort): SortTerm {
  if (by) {
    const expression = periodStart(comparable(field), by);
    return { expression, direction, operand: (value) => sql`${value}::timestamp` };
  }
  return {
    expression: sortExpression(field),
    direction,
    operand: (value) => (byName(field) ? sql`${value}` : operand(field, value)),
  };
}

const byName = ({ type }: StoredField) => ruleOf(type).slot?.order === 'person_name';

/** The first moment of the day, week (from Monday), month or year that a time falls in. */
const periodStart = (time: SQL, by: Period): SQL =>
  sql`date_trunc(${by}, ${time} at time zone 'UTC')`;

// People are ordered by name, which changes without their records being touched; those of one name
// are kept apart, so that each person's records stand together.
const sortExpression = (field: StoredField): SQL =>
  byName(field)
    ? sql`(select lower(p.name) || ' ' || p.id from people p where p.id = ${comparable(field)}::uuid)`
    : comparable(field);
