const dayMs = 86_400_000;

/** A day from so many days before today to so many after: demo calendars are never empty. */
export const dayAround = (next: () => number, [from, to]: readonly [number, number]): string =>
  dayFromToday(Math.floor(from + next() * (to - from + 1)));

/** A day so many days from today, as yyyy-mm-dd. */
export const dayFromToday = (days: number): string =>
  new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** The same, moved to the Friday before where it falls on a weekend. */
export function workdayAround(next: () => number, span: readonly [number, number]): string {
  const day = dayAround(next, span);
  const weekday = new Date(day).getUTCDay();
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  return new Date(Date.parse(day) - back * dayMs).toISOString().slice(0, 10);
}

export const whole = (next: () => number, from: number, to: number): number =>
  Math.floor(from + next() * (to - from + 1));
