import { type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import type { SlotRule } from '../fields/types/field-type';
import type { Slot } from '../values/slots';

/** The stored text of a field's value, from the document. */
export const documentText = (field: Pick<StoredField, 'key'>): SQL =>
  sql`${records.data} ->> ${field.key}`;

/** The slot column of a field, or the same value read from the document when no slot was free. */
export function storedValue(field: StoredField): SQL {
  if (field.slot) return sql`${records[field.slot as Slot]}`;
  const { document } = ruleOf(field.type).slot ?? { document: 'folded' };
  return readAs[document](documentText(field));
}

const readAs: Record<SlotRule['document'], (text: SQL) => SQL> = {
  folded: (text) => sql`lower(${text})`,
  exact: (text) => text,
  number: (text) => sql`(${text})::double precision`,
  day: (text) => sql`((${text}) || 'T00:00:00Z')::timestamptz`,
  // Exact decimal text: without its point it is the whole number of minor units.
  amount: (text) => sql`replace(${text}, '.', '')::bigint`,
  instant: (text) => sql`(${text})::timestamptz`,
  yes_no: (text) => sql`((${text})::boolean)::int::bigint`,
};
