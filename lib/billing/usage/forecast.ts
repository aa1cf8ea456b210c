const dayMs = 86_400_000;
const paceDays = 7;

export interface Month {
  from: Date;
  to: Date;
}

/** The calendar month of an instant, by UTC: what an invoice is for. */
export function monthOf(at: Date): Month {
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  return { from: new Date(Date.UTC(year, month, 1)), to: new Date(Date.UTC(year, month + 1, 1)) };
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The last so many days with the present one, oldest first. */
export const lastDays = (now: Date, count: number): string[] =>
  Array.from({ length: count }, (_, back) =>
    dayOf(new Date(now.getTime() - (count - 1 - back) * dayMs)),
  );

interface Pace {
  /** Since the period began. */
  used: number;
  /** By day, for as many days back as are known. */
  byDay: ReadonlyMap<string, number>;
  now: Date;
  /** When the period ends: where nothing is said, with the calendar month. */
  until?: Date;
}

/**
 * What a period comes to when it goes on as in the last seven whole days that anything was used in, or
 * as today where there are none yet.
 */
export function forecastOf({ used, byDay, now, until = monthOf(now).to }: Pace): number {
  const left = Math.max(0, until.getTime() - now.getTime()) / dayMs;
  const today = dayOf(now);
  const before = lastDays(now, paceDays + 1).filter((day) => day !== today);
  const first = before.findIndex((day) => (byDay.get(day) ?? 0) > 0);
  if (first >= 0) {
    const whole = before.slice(first);
    const sum = whole.reduce((all, day) => all + (byDay.get(day) ?? 0), 0);
    return Math.round(used + (sum / whole.length) * left);
  }
  const begun = (now.getTime() - Date.parse(today)) / dayMs;
  return Math.round(used + ((byDay.get(today) ?? 0) / Math.max(begun, 1 / 24)) * left);
}
