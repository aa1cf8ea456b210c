import type { Value } from '@/lib/fields/value';
import { formatDay, formatNumber } from '@/lib/format';
import type { Wording } from '@/lib/language/wording';
import type { CustomField } from '../shapes';

/** A value as its reader reads it; a dash for none. */
export function shownValue(
  { type, choices }: Pick<CustomField, 'type' | 'choices'>,
  value: Value,
  t: Wording<'customFields'>,
): string {
  if (value === null) return '–';
  const nameOf = (id: unknown) => choices.find((one) => one.id === id)?.name ?? '';
  if (type === 'boolean') return value === true ? t('Yes') : t('No');
  if (type === 'number') return formatNumber(Number(value), t.language);
  if (type === 'date') return dayOf(String(value), t.language);
  if (type === 'select') return nameOf(value);
  return Array.isArray(value) ? value.map(nameOf).filter(Boolean).join(', ') : String(value);
}

// A day has no zone: it is the same for every reader.
const dayOf = (day: string, locale: Wording<'customFields'>['language']) =>
  formatDay(new Date(`${day}T12:00:00Z`), { locale, timeZone: 'UTC' });
