import { regional } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { Period } from '../../view/state';
import { ChoiceBadge } from './choice-badge';
import type { PersonName } from './columns';

interface Props {
  field: Field;
  value: string | boolean | null;
  /** Of a date: how long a group lasts. */
  by?: Period | undefined;
  people: readonly PersonName[];
  locale: string;
}

/** The value that the records of a group have in common, as a person says it. */
export function GroupTitle({ field, value, by, people, locale }: Props) {
  const t = useWording('collections');
  if (value === null)
    return <span className="text-muted">{t('No {name}', { name: field.name })}</span>;
  if (typeof value === 'boolean')
    return value ? t('{name}: yes', { name: field.name }) : t('{name}: no', { name: field.name });
  if (field.type === 'person') {
    return people.find(({ id }) => id === value)?.name ?? t('A former member');
  }
  if (field.type === 'select') {
    const choice = field.options.choices?.find(({ id }) => id === value);
    return <ChoiceBadge name={choice?.name ?? value} color={choice?.color} />;
  }
  const shown = periodName(value, by ?? 'day', locale);
  return by === 'week' ? t('Week of {shown}', { shown }) : shown;
}

const formats: Record<Period, Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'medium' },
  week: { dateStyle: 'medium' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

function periodName(first: string, by: Period, locale: string): string {
  const date = new Date(`${first}T00:00:00Z`);
  return new Intl.DateTimeFormat(regional(locale), { ...formats[by], timeZone: 'UTC' }).format(
    date,
  );
}
