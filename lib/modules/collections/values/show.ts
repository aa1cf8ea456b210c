import type { StoredField } from '../fields/shapes';
import type { PeopleIndex, Value } from './value';

/** A stored value as a person reads it: the name of a choice or member, yes or no. */
export function showValue(
  field: Pick<StoredField, 'type' | 'options'>,
  value: unknown,
  people: PeopleIndex,
): string {
  if (value === null || value === undefined) return '';
  switch (field.type) {
    case 'select':
      return field.options.choices?.find(({ id }) => id === value)?.name ?? '';
    case 'person':
      return people.ids.get(String(value)) ?? '';
    case 'boolean':
      return value ? 'yes' : 'no';
    default:
      return String(value);
  }
}

/** The value of a field in a record's document. */
export const valueIn = (data: Record<string, unknown>, key: string): Value =>
  Object.hasOwn(data, key) ? ((data[key] as Value | undefined) ?? null) : null;
