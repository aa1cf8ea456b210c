import { type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { StoredField } from '../fields/shapes';
import { type Slot, slotKind } from '../values/slots';

/** The stored text of a field's value, from the document. */
export const documentText = (field: Pick<StoredField, 'key'>): SQL =>
  sql`${records.data} ->> ${field.key}`;

/**
 * What conditions on a field compare: its slot column, which is indexed, or the same value read
 * from the document when no slot was free.
 */
export function comparable(field: StoredField): SQL {
  if (field.slot) return sql`${records[field.slot as Slot]}`;
  const text = documentText(field);
  switch (slotKind(field.type)) {
    case 'number':
      return sql`(${text})::double precision`;
    case 'time':
      return sql`((${text}) || 'T00:00:00Z')::timestamptz`;
    case 'integer':
      return sql`((${text})::boolean)::int::bigint`;
    default:
      return field.type === 'select' || field.type === 'person' ? text : sql`lower(${text})`;
  }
}

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
