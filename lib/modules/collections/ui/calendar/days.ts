import {
  addDays,
  addMonths,
  eachDayOfInterval,
  endOfMonth,
  endOfWeek,
  format,
  parseISO,
  startOfMonth,
  startOfWeek,
} from 'date-fns';
import { momentAt, wallTime } from '@/lib/wall-time';
import type { Field } from '../../fields/shapes';
import { viewingOf } from '../../fields/types/viewing';
import type { RecordShape } from '../../records/shapes';
import type { Filter } from '../../view/state';

/*
 * Days are texts such as 2026-03-01 throughout; weeks begin on Monday, as groups by week do.
 */

type Scale = 'month' | 'week';

const iso = (date: Date) => format(date, 'yyyy-MM-dd');
const monday = { weekStartsOn: 1 } as const;

/** Today on the clock of a time zone. */
export const today = (timeZone: string) => wallTime(new Date(), timeZone).slice(0, 10);

/** The days that a calendar shows around one of them: whole weeks. */
export function daysAround(day: string, scale: Scale): string[] {
  const date = parseISO(day);
  const [from, to] = scale === 'month' ? [startOfMonth(date), endOfMonth(date)] : [date, date];
  const shown = { start: startOfWeek(from, monday), end: endOfWeek(to, monday) };
  return eachDayOfInterval(shown).map(iso);
}

/** The day to open when going so many months or weeks on. */
export const stepFrom = (day: string, scale: Scale, by: number) =>
  iso(
    scale === 'month' ? addMonths(startOfMonth(parseISO(day)), by) : addDays(parseISO(day), 7 * by),
  );

export const shifted = (day: string, by: number) => iso(addDays(parseISO(day), by));

/** Whether a field holds moments, whose day depends on the reader's clock. */
export const isMoment = (field: Field) => viewingOf(field.type).calendar === 'moment';

/** The day a record stands on; null without a date. */
export function dayOf(record: RecordShape, field: Field, timeZone: string): string | null {
  const value = record.data[field.key];
  if (typeof value !== 'string') return null;
  return isMoment(field) ? wallTime(new Date(value), timeZone).slice(0, 10) : value;
}

/** A record's value on another day: a moment keeps its time of day, and begins at nine without one. */
export function valueOn(
  day: string,
  { record, field, timeZone }: { record?: RecordShape; field: Field; timeZone: string },
): string {
  if (!isMoment(field)) return day;
  const value = record?.data[field.key];
  const time = typeof value === 'string' ? wallTime(new Date(value), timeZone).slice(11) : '09:00';
  const at = momentAt(`${day}T${time}`, timeZone) ?? new Date(`${day}T${time}Z`);
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** The records between two days, both included. */
export const daysFilter = (field: Field, from: string, to: string, timeZone: string): Filter => ({
  field: field.key,
  op: 'between',
  value: [firstOf(field, from, timeZone), lastOf(field, to, timeZone)],
});

/** The first value of a field that lies on a day, to compare with. */
export const firstOf = (field: Field, day: string, timeZone: string): string =>
  isMoment(field) ? (momentAt(`${day}T00:00`, timeZone)?.toISOString() ?? '') : day;

/** The last one. */
export const lastOf = (field: Field, day: string, timeZone: string): string =>
  isMoment(field) ? (momentAt(`${day}T23:59:59`, timeZone)?.toISOString() ?? '') : day;

export const undated = ({ key }: Field): Filter => ({ field: key, op: 'is_empty' });

/** A day in words, with as much of it as is asked for. */
export const dayName = (day: string, locale: string, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { ...how, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
