/** Microseconds of an hour: quantities are summed in bytes times microseconds, as whole numbers. */
const hourMicros = 3_600_000_000n;
export const hourMs = 3_600_000;

/** How long an hour may still change after it was told: what began in it may commit later. */
const settledHours = 2;

/** What came and went in one hour of one kind: its sum, and each part times what was left of the hour. */
export interface HourChange {
  hour: number;
  sum: bigint;
  moment: bigint;
}

/** How much there was of something at an instant, and what was told of each hour since. */
export interface Level {
  /** Start of an hour, milliseconds. */
  through: number;
  level: bigint;
  told: ReadonlyMap<number, bigint>;
}

export interface Told {
  hour: number;
  quantity: bigint;
}

/**
 * What is to be told of the hours between a level and `until`, the end of the last whole one: all of
 * those that are new, and of others how much they differ from what was told. Parts of a unit are left off.
 */
export function tell(
  { through, level, told }: Level,
  changes: readonly HourChange[],
  until: number,
): { events: Told[]; next: Level } {
  const byHour = new Map(changes.map((change) => [change.hour, change]));
  const settled = Math.max(through, until - settledHours * hourMs);
  const events: Told[] = [];
  const open = new Map<number, bigint>();
  let now = level;
  let next = level;
  for (let hour = through; hour < until; hour += hourMs) {
    if (hour === settled) next = now;
    const { sum = 0n, moment = 0n } = byHour.get(hour) ?? {};
    const quantity = (now * hourMicros + moment) / hourMicros;
    const more = quantity - (told.get(hour) ?? 0n);
    if (more !== 0n) events.push({ hour, quantity: more });
    if (hour >= settled) open.set(hour, quantity);
    now += sum;
  }
  if (settled >= until) next = now;
  return { events, next: { through: settled, level: next, told: open } };
}
