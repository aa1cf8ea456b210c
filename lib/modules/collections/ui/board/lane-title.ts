import type { Field } from '../../fields/shapes';
import type { PersonName } from '../grid/columns';
import type { Lane } from './lanes';

/** A lane's name in plain words, for menus and screen readers. */
export function laneName(field: Field, { value }: Lane, people: readonly PersonName[]): string {
  if (value === null) return `No ${field.name}`;
  if (typeof value === 'boolean') return `${field.name}: ${value ? 'yes' : 'no'}`;
  const choice = field.options.choices?.find(({ id }) => id === value);
  return choice?.name ?? people.find(({ id }) => id === value)?.name ?? 'A former member';
}
