import { type SQL, sql } from 'drizzle-orm';
import { slots as slotNames } from '@/db/schema/tenant/collections';
import type { Slot, SlotKind } from '../values/slots';

const columnTypes: Record<SlotKind, string> = {
  text: 'text',
  integer: 'bigint',
  number: 'double precision',
  time: 'timestamptz',
};

const typeOf = new Map<string, string>(
  Object.entries(slotNames).flatMap(([kind, names]) =>
    names.map((name) => [name, columnTypes[kind as SlotKind]] as const),
  ),
);

/**
 * Rows, given as a JSON array, as a table `x`: id, data, search_text, unique_keys, the extra columns and the slots.
 * One statement text per set of columns, however many rows there are.
 */
export const rowSource = (rows: string, extra: readonly string[], slots: readonly Slot[]): SQL => {
  // Column names come from the constants of the schema, never from a caller.
  const columns = [
    'id uuid',
    'data jsonb',
    'search_text text',
    'unique_keys uuid[]',
    ...extra,
    ...slots.map((slot) => `${slot} ${typeOf.get(slot)}`),
  ];
  // Names of our own columns and of slots, which the schema lists; values go as parameters.
  return sql`jsonb_to_recordset(${rows}::jsonb) as x(${sql.raw(columns.join(', '))})`;
};
