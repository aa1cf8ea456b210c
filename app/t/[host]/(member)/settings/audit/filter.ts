import { hrefWith } from '@/app/_shared/query';

const path = '/settings/audit';

/** The page's address with other query values. */
export const pathWith = (
  query: Record<string, string>,
  change: Record<string, string | undefined>,
) => hrefWith(path, query, change);

/** What the address asks of the trail. Days are the reader's: `to` is the last day shown. */
export function filterOf(query: Record<string, string>, timeZone: string): Record<string, string> {
  const filter: Record<string, string> = {};
  for (const name of ['who', 'what', 'targetId'] as const) {
    const text = query[name]?.trim().slice(0, 100);
    if (text) filter[name] = text;
  }
  const from = startOfDay(query.from, 0, timeZone);
  const to = startOfDay(query.to, 1, timeZone);
  if (from) filter.from = from;
  if (to) filter.to = to;
  return filter;
}

function startOfDay(day: string | undefined, later: number, timeZone: string): string | null {
  if (!day || !/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const utc = Date.parse(`${day}T00:00:00Z`) + later * 86_400_000;
  if (Number.isNaN(utc)) return null;
  return new Date(utc - offsetMs(utc, timeZone)).toISOString();
}

/** How far a zone is ahead of UTC at that wall-clock time. */
function offsetMs(wall: number, timeZone: string): number {
  const first = zoneOffset(new Date(wall), timeZone);
  return zoneOffset(new Date(wall - first), timeZone);
}

function zoneOffset(at: Date, timeZone: string): number {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
