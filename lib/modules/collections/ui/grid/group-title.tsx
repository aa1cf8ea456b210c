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
  if (value === null) return <span className="text-muted">No {field.name}</span>;
  if (typeof value === 'boolean') return value ? `${field.name}: yes` : `${field.name}: no`;
  if (field.type === 'person') {
    return people.find(({ id }) => id === value)?.name ?? 'A former member';
  }
  if (field.type === 'select') {
    const choice = field.options.choices?.find(({ id }) => id === value);
    return <ChoiceBadge name={choice?.name ?? value} color={choice?.color} />;
  }
  return periodName(value, by ?? 'day', locale);
}

const formats: Record<Period, Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'medium' },
  week: { dateStyle: 'medium' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

function periodName(first: string, by: Period, locale: string): string {
  const date = new Date(`${first}T00:00:00Z`);
  const shown = new Intl.DateTimeFormat(locale, { ...formats[by], timeZone: 'UTC' }).format(date);
  return by === 'week' ? `Week of ${shown}` : shown;
}
