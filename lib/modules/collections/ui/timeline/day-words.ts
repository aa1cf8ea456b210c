import { regional } from '@/lib/format';
import type { Zoom } from '../../view/state';
import type { Span } from './spans';
import type { Unit } from './time-window';

const at = (day: string) => new Date(`${day}T00:00:00Z`);

const words = (locale: string, how: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(regional(locale), { ...how, timeZone: 'UTC' });

/** `3 – 10 Mar 2026`; one day where it is one. */
export function daysInWords({ first, last }: Pick<Span, 'first' | 'last'>, locale: string): string {
  const format = words(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  return first === last ? format.format(at(first)) : format.formatRange(at(first), at(last));
}

/** `3 – 10 Mar`, where the year is plain from the place. */
export function shortDays({ first, last }: Pick<Span, 'first' | 'last'>, locale: string): string {
  const format = words(locale, { day: 'numeric', month: 'short' });
  return first === last ? format.format(at(first)) : format.formatRange(at(first), at(last));
}

/** What stands above columns that lie beside each other: their month, or their year. */
export const groupName = ({ from }: Unit, zoom: Zoom, locale: string): string =>
  words(
    locale,
    zoom === 'day' || zoom === 'week' ? { month: 'long', year: 'numeric' } : { year: 'numeric' },
  ).format(at(from));

/** What stands above one column; the number of a quarter is left to words. */
export const unitName = ({ from }: Unit, zoom: Exclude<Zoom, 'quarter'>, locale: string): string =>
  zoom === 'month'
    ? words(locale, { month: 'short' }).format(at(from))
    : words(
        locale,
        zoom === 'day' ? { day: 'numeric' } : { day: 'numeric', month: 'short' },
      ).format(at(from));

/** First to fourth. */
export const quarterOf = ({ from }: Unit): number => Math.ceil(Number(from.slice(5, 7)) / 3);

export const isWeekend = (day: string): boolean => [0, 6].includes(at(day).getUTCDay());
