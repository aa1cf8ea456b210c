import { parseDate } from '@/lib/fields/dates';
import { accept, type Parsed, refuse } from '@/lib/fields/value';
import { momentAt, wallTime } from '@/lib/wall-time';

const timed =
  /^(.+?)(?:T|,?\s+)(?:(am|pm|오전|오후)\s*)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(am|pm)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * A moment, stored as UTC to the second: `2024-01-31T05:05:00Z`. Reads a day as `parseDate` does,
 * then a time; without a zone it is on the clock of `timeZone`, without a time it is midnight.
 */
export function parseInstant(raw: unknown, timeZone: string): Parsed {
  if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? wrong : accept(stored(raw));
  if (typeof raw !== 'string') return wrong;
  const text = raw.trim();
  if (!text) return accept(null);
  const [, day = text, before, hours = '0', minutes = '0', seconds = '0', after, zone] =
    timed.exec(text) ?? [];
  const date = parseDate(day.trim());
  if (!date.ok || date.value === null) return date.ok ? wrong : date;
  const hour = hourOf(Number(hours), (before ?? after)?.toLowerCase());
  if (hour === undefined || Number(minutes) > 59 || Number(seconds) > 59) {
    return refuse('is a time that does not exist');
  }
  const wall = `${date.value}T${pad(hour)}:${pad(minutes)}:${pad(seconds)}`;
  const at = zone ? new Date(`${wall}${withColon(zone)}`) : momentAt(wall, timeZone);
  return at && !Number.isNaN(at.getTime()) ? accept(stored(at)) : wrong;
}

const wrong = refuse('is not a date and time, such as 2024-01-31 14:05');
const pad = (n: number | string) => String(n).padStart(2, '0');
const stored = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;
const withColon = (zone: string) =>
  /^z$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (!half) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'pm' || half === '오후' ? 12 : 0);
}

/** As a clock in this zone shows it: `2024-01-31 14:05`, with seconds where there are any. */
export const showInstant = (value: string, timeZone: string): string =>
  wallTime(new Date(value), timeZone).replace('T', ' ').replace(/:00$/, '');
