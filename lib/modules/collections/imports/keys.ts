import { and, asc, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { invalid } from '@/lib/errors';
import { foldText } from '@/lib/fields/fold';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { type Reached, rowsOf } from '../rules/rows';
import type { Data } from '../values/row';
import { valueIn } from '../values/show';
import { type Slot, slotKind, slotValue } from '../values/slots';
import type { Import } from './shapes';

/** A record that a row of a file may mean. */
export interface Candidate {
  id: string;
  data: Data;
  createdBy: string | null;
}

/** What tells rows and records apart: the same key, whatever the case of its letters. */
export interface Key {
  fields: StoredField[];
  /** Null when a part is empty. */
  of(data: Data): string | null;
  /** The name of the part that is empty, or of all of them. */
  name: string;
}

/** The key that an import's rows are matched by; null where each row is new. */
export function keyOf(
  { keys }: Pick<Import, 'keys'>,
  targets: readonly (StoredField | null)[],
): Key | null {
  if (keys.length === 0) return null;
  const fields = keys.map((at, index) => {
    const field = targets[at];
    if (!field) throw invalid(`keys.${index}`, 'A column that is left out cannot find records.');
    if (slotKind(field.type) === null || ruleOf(field.type).lists) {
      throw invalid(`keys.${index}`, `${field.name} cannot tell records apart.`);
    }
    return field;
  });
  return {
    fields,
    name: fields.map(({ name }) => name).join(' and '),
    of(data) {
      const parts = fields.map(({ key }) => valueIn(data, key));
      return parts.includes(null) ? null : JSON.stringify(parts.map(folded));
    },
  };
}

const folded = (value: unknown) => (typeof value === 'string' ? foldText(value) : value);

/**
 * The records that have the keys of these rows, by key: none, one, or several. Locks them until the
 * transaction ends when asked to.
 */
export async function recordsByKey(
  db: TenantDb,
  { collection, key, rows }: { collection: Reached; key: Key; rows: readonly Data[] },
  lock: boolean,
): Promise<Map<string, Candidate[]>> {
  const found = new Map<string, Candidate[]>();
  // A field that is yet to be made has no values.
  if (rows.length === 0 || key.fields.some(({ id }) => id.startsWith('new-'))) return found;
  const query = db
    .select({ id: records.id, data: records.data, createdBy: records.createdBy })
    .from(records)
    .where(and(rowsOf(collection), isNull(records.deletedAt), candidates(key, rows)))
    .orderBy(asc(records.id));
  const candidatesFound = (await (lock ? query.for('update') : query)) as Candidate[];
  for (const candidate of candidatesFound) {
    const name = key.of(candidate.data);
    if (name === null) continue;
    const namesakes = found.get(name);
    if (namesakes) namesakes.push(candidate);
    else found.set(name, [candidate]);
  }
  return found;
}

const arrays = { text: 'text', integer: 'bigint', number: 'double precision', time: 'timestamptz' };

/** At least the records that have one of the keys, by an index where a part of it has a column. */
function candidates({ fields }: Key, rows: readonly Data[]): SQL | undefined {
  const field = fields.find(({ slot }) => slot !== null) ?? fields[0];
  if (!field) return sql`false`;
  const kind = slotKind(field.type) ?? 'text';
  if (!field.slot) {
    const values = [...new Set(rows.map((row) => foldText(String(valueIn(row, field.key)))))];
    return sql`lower(${records.data} ->> ${field.key}) = any(${sql.param(values)}::text[])`;
  }
  const values = [...new Set(rows.map((row) => slotValue(field, valueIn(row, field.key))))];
  const column = records[field.slot as Slot];
  // The type is one of four words of our own. Only with the second half can the index be used.
  return and(
    sql`${column} = any(${sql.param(values)}::${sql.raw(arrays[kind])}[])`,
    isNotNull(column),
  );
}
