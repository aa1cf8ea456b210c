import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HourChange, hourMs, type Level, tell } from './lasting';

const hourMicros = 3_600_000_000n;
const begin = Date.UTC(2026, 0, 1);

/** Something that came or went, and in which look it is seen first. */
const change = fc.record({
  atMicros: fc.integer({ min: 0, max: 12 * 3_600_000_000 - 1 }),
  delta: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  lateHours: fc.integer({ min: 0, max: 1 }),
});

type Change = { atMicros: number; delta: number; lateHours: number };

const sumsOf = (changes: readonly Change[]): HourChange[] => {
  const hours = new Map<number, HourChange>();
  for (const { atMicros, delta } of changes) {
    const hour = begin + Math.floor(atMicros / 3_600_000_000) * hourMs;
    const known = hours.get(hour) ?? { hour, sum: 0n, moment: 0n };
    const left = hourMicros - (BigInt(atMicros) % hourMicros);
    known.sum += BigInt(delta);
    known.moment += BigInt(delta) * left;
    hours.set(hour, known);
  }
  return [...hours.values()];
};

/** Byte-hours of one hour, change by change. */
function plainly(start: bigint, changes: readonly Change[], hour: number): bigint {
  const end = BigInt(hour + 1) * hourMicros;
  let micros = start * hourMicros;
  for (const { atMicros, delta } of changes) {
    const left = end - BigInt(atMicros);
    if (left > 0n) micros += BigInt(delta) * (left < hourMicros ? left : hourMicros);
  }
  return micros / hourMicros;
}

describe('telling what lasted', () => {
  it('comes to what a plain count of each hour comes to, however late changes are seen', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 6, maxLength: 14 }),
        (changes, steps) => {
          const start = 50_000_000n;
          let level: Level = { through: begin, level: start, told: new Map() };
          const told = new Map<number, bigint>();
          let hour = 0;
          for (const step of steps) {
            hour += step;
            const now = hour;
            const seen = changes.filter(
              ({ atMicros, lateHours }) =>
                Math.floor(atMicros / 3_600_000_000) + 1 + lateHours <= now &&
                begin + Math.floor(atMicros / 3_600_000_000) * hourMs >= level.through,
            );
            const done = tell(level, sumsOf(seen), begin + now * hourMs);
            for (const { hour: at, quantity } of done.events) {
              told.set(at, (told.get(at) ?? 0n) + quantity);
            }
            level = done.next;
          }
          // Two more hours, after which nothing is late.
          const last = tell(
            level,
            sumsOf(
              changes.filter(
                ({ atMicros }) =>
                  begin + Math.floor(atMicros / 3_600_000_000) * hourMs >= level.through,
              ),
            ),
            begin + (hour + 2) * hourMs,
          );
          for (const { hour: at, quantity } of last.events) {
            told.set(at, (told.get(at) ?? 0n) + quantity);
          }
          for (let one = 0; one < hour; one++) {
            expect(told.get(begin + one * hourMs) ?? 0n).toBe(plainly(start, changes, one));
          }
        },
      ),
    );
  });

  it('tells nothing twice', () => {
    const level = { through: begin, level: 10n, told: new Map() };
    const once = tell(level, [], begin + hourMs);
    expect(once.events).toEqual([{ hour: begin, quantity: 10n }]);
    expect(tell(once.next, [], begin + hourMs).events).toEqual([]);
  });
});
