'use client';

import { DateInput } from '@/components/ui/date-input';
import { useWording } from '@/lib/language/wording-provider';
import { momentAt, wallTime } from '@/lib/wall-time';
import { useTimeZone } from './time-zone';
import type { FieldInputProps, FilterInputProps } from './type-ui';

/** A moment as the system's field holds it: the reader's clock, without seconds where there are none. */
export const wallText = (value: unknown, timeZone: string): string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))
    ? wallTime(new Date(value), timeZone).replace(/:00$/, '')
    : '';

/** What was typed on that clock, as it is stored; null for nothing. */
export function storedMoment(wall: string, timeZone: string): string | null {
  const at = wall ? momentAt(wall, timeZone) : null;
  return at ? `${at.toISOString().slice(0, 19)}Z` : null;
}

export function MomentInput(props: FieldInputProps) {
  const { field: _, people: __, value, onChange, onKeep, ...rest } = props;
  const timeZone = useTimeZone();
  return (
    <DateInput
      {...rest}
      kind="datetime-local"
      value={wallText(value, timeZone)}
      onChange={(event) => onChange(storedMoment(event.target.value, timeZone))}
      onBlur={(event) => onKeep(storedMoment(event.target.value, timeZone))}
    />
  );
}

export function FilterMoment({ value, onChange }: FilterInputProps) {
  const t = useWording('collections');
  const timeZone = useTimeZone();
  return (
    <DateInput
      aria-label={t('Value')}
      kind="datetime-local"
      value={wallText(value, timeZone)}
      onChange={(event) => onChange(storedMoment(event.target.value, timeZone) ?? '')}
    />
  );
}
