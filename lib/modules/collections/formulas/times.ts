import { wallTime } from '@/lib/wall-time';
import {
  earliestZoned,
  firstMonth,
  firstSecond,
  lastMonth,
  lastSecond,
  latestZoned,
  mostDays,
  mostMoved,
  secondsOf,
} from './limits';
import type { Unit } from './node';

/*
 * Days are `2026-01-31`, moments `2026-01-31T14:05:00Z`. Nothing is before year 1 or after year 9999.
 */

const dayMs = 86_400_000;
const firstDayMs = Date.parse('0001-01-01T00:00:00Z');

/** The day that a moment falls on in a zone; null where `isZoned` says no. */
export const dayOf = (moment: string, timeZone: string): string | null =>
  isZoned(moment) ? wallTime(new Date(moment), timeZone).slice(0, 10) : null;

/** A moment as a clock in a zone shows it, to the minute; null where `isZoned` says no. */
export const clockOf = (moment: string, timeZone: string): string | null =>
  isZoned(moment) ? wallTime(new Date(moment), timeZone).slice(0, 16).replace('T', ' ') : null;

const zonedFromMs = Date.parse(earliestZoned);
const zonedToMs = Date.parse(latestZoned);

/** Whether it is known what a clock in a zone shows at a moment. */
function isZoned(moment: string): boolean {
  const at = Date.parse(moment);
  return at > zonedFromMs && at < zonedToMs;
}

/** A day or a moment so much later, in the same form; null beyond the years there are. */
export function addTime(time: string, count: number, unit: Unit): string | null {
  const isDay = time.length === 10;
  const whole = Math.trunc(count);
  if (unit === 'months' || unit === 'years') {
    return addMonths(time, clamp(whole * (unit === 'years' ? 12 : 1), mostMoved.months));
  }
  if (isDay) {
    const days = clamp(whole * (unit === 'weeks' ? 7 : 1), mostMoved.days);
    const place = (Date.parse(`${time}T00:00:00Z`) - firstDayMs) / dayMs + days;
    return place < 0 || place > mostDays ? null : iso(firstDayMs + place * dayMs).slice(0, 10);
  }
  const second = Date.parse(time) / 1000 + clamp(whole * secondsOf[unit], mostMoved.seconds);
  return second < firstSecond || second > lastSecond ? null : stored(second * 1000);
}

/** Whole units from the second time to the first, none of which is a part; both of one form. */
export function timeBetween(later: string, earlier: string, unit: Unit): number {
  if (unit === 'months' || unit === 'years') {
    const months = monthsBetween(later.slice(0, 10), earlier.slice(0, 10));
    return Math.trunc(unit === 'years' ? months / 12 : months);
  }
  const seconds = (Date.parse(later) - Date.parse(earlier)) / 1000;
  return Math.trunc(seconds / secondsOf[unit]);
}

function monthsBetween(later: string, earlier: string): number {
  const [a, b] = [partsOf(later), partsOf(earlier)];
  const months = (a.year - b.year) * 12 + a.month - b.month;
  if (later >= earlier) return a.day < b.day ? months - 1 : months;
  return a.day > b.day ? months + 1 : months;
}

/** The last day of a month stands for days that it does not have. */
function addMonths(time: string, months: number): string | null {
  const { year, month, day } = partsOf(time);
  const place = year * 12 + month - 1 + months;
  if (place < firstMonth || place > lastMonth) return null;
  const at = { year: Math.floor(place / 12), month: place % 12 };
  const last = new Date(0);
  last.setUTCFullYear(at.year, at.month + 1, 0);
  const pad = (n: number, length: number) => String(n).padStart(length, '0');
  const kept = Math.min(day, last.getUTCDate());
  return `${pad(at.year, 4)}-${pad(at.month + 1, 2)}-${pad(kept, 2)}${time.slice(10)}`;
}

export const partsOf = (day: string) => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
});

const iso = (ms: number) => new Date(ms).toISOString();
const stored = (ms: number) => `${iso(ms).slice(0, 19)}Z`;
const clamp = (n: number, most: number) => Math.max(-most, Math.min(most, n));
