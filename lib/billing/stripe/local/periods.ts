import type { Price } from './objects';

/** The first end of an interval after a moment, counted from an anchor; seconds since 1970. */
export function periodEnd(anchor: number, after: number, recurring: Price['recurring']): number {
  const { interval = 'month', interval_count: count = 1 } = recurring ?? {};
  for (let n = 1; ; n += 1) {
    const end = plus(anchor, interval, n * count);
    if (end > after) return end;
  }
}

const days = { day: 86_400, week: 7 * 86_400 };

function plus(at: number, interval: 'day' | 'week' | 'month' | 'year', count: number): number {
  if (interval === 'day' || interval === 'week') return at + count * days[interval];
  const date = new Date(at * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count * (interval === 'year' ? 12 : 1));
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return Math.floor(date.getTime() / 1000);
}
