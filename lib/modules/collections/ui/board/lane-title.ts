import type { Wording } from '@/lib/language/wording';
import type { Field } from '../../fields/shapes';
import type { PersonName } from '../grid/columns';
import type { Lane } from './lanes';

/** A lane's name in plain words, for menus and screen readers. */
export function laneName(
  field: Field,
  { value }: Lane,
  people: readonly PersonName[],
  t: Wording<'collections'>,
): string {
  if (value === null) return t('No {name}', { name: field.name });
  if (typeof value === 'boolean')
    return value ? t('{name}: yes', { name: field.name }) : t('{name}: no', { name: field.name });
  const choice = field.options.choices?.find(({ id }) => id === value);
  return choice?.name ?? people.find(({ id }) => id === value)?.name ?? t('A former member');
}
