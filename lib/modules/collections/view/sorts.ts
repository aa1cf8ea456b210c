import { type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { invalid } from '@/lib/errors';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import type { Slot } from '../values/slots';
import { operand } from './columns';
import { fieldNamed } from './filters';
import type { Sort } from './shapes';

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
    if (!field.slot) {
      throw invalid(`sorts.${index}.field`, `${field.name} cannot be sorted on.`);
    }
    return {
      expression: sortExpression(field, field.slot as Slot),
      direction: sort.direction,
      operand: (value) => (byName(field) ? sql`${value}` : operand(field, value)),
    };
  });
}

const byName = ({ type }: StoredField) => ruleOf(type).slot?.order === 'person_name';

// People are ordered by name, which changes without their records being touched.
const sortExpression = (field: StoredField, slot: Slot): SQL =>
  byName(field)
    ? sql`(select lower(p.name) from people p where p.id = ${records[slot]}::uuid)`
    : sql`${records[slot]}`;
