import type { Value } from '@/lib/fields/value';
import type { FieldType } from '../fields/shapes';
import { showValue } from '../values/show';
import type { Known } from '../values/value';
import type { PastField } from './entries';

/** What the values of a history are read with. */
export interface Names {
  known: Known;
  /** Linked records that are not in the trash, by id. */
  links: Readonly<Record<string, string>>;
}

const gone: Partial<Record<FieldType, string>> = {
  select: 'Deleted option',
  multi_select: 'Deleted option',
  person: 'Former member',
};

/** A value as people read it; what it named may be gone by now, which is another thing than empty. */
export function pastWords(field: PastField, value: Value, names: Names): string {
  if (value === null) return '';
  if (!Array.isArray(value)) return wordOf(field, value, names);
  return value.map((one) => wordOf(field, one, names)).join(', ');
}

function wordOf(field: PastField, one: string | number | boolean, { known, links }: Names): string {
  if (field.type === 'relation') return linkWord(links[String(one)]);
  const value = field.type === 'multi_select' ? [String(one)] : one;
  return showValue(field, value, known) || (gone[field.type] ?? '');
}

const linkWord = (name: string | undefined) =>
  name === undefined ? 'Deleted record' : name || 'Record without a name';
