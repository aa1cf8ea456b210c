import { type SQL, sql } from 'drizzle-orm';
import { slotTextLength } from '@/lib/fields/fold';
import type { FieldType, StoredField } from '../fields/shapes';
import { compile } from '../formulas/compile';
import type { Formula } from '../formulas/formula';
import { slotKind } from '../values/slots';
import { documentText, storedValue } from './stored-columns';

/** The text of a field's value: as the document has it, or what its formula comes to. */
export function valueText(field: StoredField): SQL {
  if (!field.formula) return documentText(field);
  const held = reckoned(field.formula);
  return isText(field.type) ? sql`nullif(${held}, '')` : sql`(${held})::text`;
}

/**
 * What conditions on a field compare: its slot column, which is indexed, the same value read from the
 * document when no slot was free, or what a slot would hold of what its formula comes to.
 */
export function comparable(field: StoredField): SQL {
  const { formula, type } = field;
  if (!formula) return storedValue(field);
  const held = reckoned(formula);
  if (isText(type)) return sql`left(lower(nullif(${held}, '')), ${slotTextLength}::int)`;
  if (type === 'money') return sql`round((${held}) * ${scaleOf(field)})::bigint`;
  if (type === 'boolean') return sql`(${held})::int::bigint`;
  return type === 'date' ? sql`((${held})::timestamp at time zone 'UTC')` : held;
}

/** Whether records can be put in order by a field. */
export const isSortable = ({ slot, formula }: Pick<StoredField, 'slot' | 'formula'>): boolean =>
  slot !== null || formula !== undefined;

/** Null exactly when the field is empty. */
export const emptiness = (field: StoredField): SQL =>
  isSortable(field) ? comparable(field) : documentText(field);

// Amounts are compared as whole minor units.
const scaleOf = ({ options: { decimals = 0 } }: StoredField) =>
  sql`${10 ** decimals}::double precision`;

const isText = (type: FieldType) => type === 'text' || type === 'url';

// One that cannot be read any more is empty everywhere.
const reckoned = ({ tree, clock }: Formula): SQL => (tree ? compile(tree, clock) : sql`null::text`);

const casts = {
  text: '',
  integer: '::bigint',
  number: '::double precision',
  time: '::timestamptz',
};

/** A value to compare with, typed as the slot is. */
export function operand(field: Pick<StoredField, 'type'>, value: string | number | null): SQL {
  // A cast from the table above.
  return sql`${value}${sql.raw(casts[slotKind(field.type) ?? 'text'])}`;
}
