import { describe, expect, it } from 'vitest';
import { lineOf } from './link-line';
import type { Link } from './links';
import type { Placed } from './rows';
import { windowAround } from './time-window';

const window = windowAround('2026-03-05', 'day');
const percent = (days: number) => (days / 28) * 100;

const bar = (first: string, last: string) => ({ span: { first, last, reversed: false } }) as Placed;
const line = (one: [string, string], next: [string, string], y = { from: 18, to: 54 }) =>
  lineOf({ from: bar(...one), to: bar(...next), early: false } satisfies Link, window, y);

// The window begins on Monday, 23 February.
const early: [string, string] = ['2026-02-23', '2026-02-24'];

describe('lines between bars', () => {
  it('leave an end and come down onto the next beginning, also one that follows at once', () => {
    expect(line(early, ['2026-02-25', '2026-02-26'])).toEqual({
      left: `${percent(2)}%`,
      width: 'calc(0% + 6px)',
      top: 18,
      height: 22,
      sides: ['top', 'right'],
      arrow: 'down',
    });
  });

  it('go up to a row above', () => {
    const up = line(early, ['2026-02-26', '2026-02-26'], { from: 54, to: 18 });
    expect(up).toMatchObject({ top: 32, height: 22, sides: ['bottom', 'right'], arrow: 'up' });
  });

  it('fall straight onto a bar that lies below the end', () => {
    const straight = line(['2026-02-23', '2026-02-26'], ['2026-02-25', '2026-02-28']);
    expect(straight).toMatchObject({ width: '0px', top: 32, height: 8, arrow: 'down' });
  });

  it('come back to the end of a bar that is over already', () => {
    const back = line(['2026-02-25', '2026-02-28'], early);
    expect(back).toMatchObject({ left: `${percent(2)}%`, top: 32, height: 22, arrow: 'left' });
    expect(back.sides).toEqual(['bottom', 'right']);
  });

  it('run along a line that both stand on', () => {
    const same = { from: 18, to: 18 };
    const flat = line(early, ['2026-02-26', '2026-02-26'], same);
    expect(flat).toMatchObject({ height: 0, top: 18, sides: ['top'], arrow: 'right' });
    expect(line(['2026-02-26', '2026-02-26'], early, same)).toMatchObject({ arrow: 'left' });
  });

  it('end at the edges of what is in sight', () => {
    const cut = line(['2026-01-01', '2026-12-31'], ['2026-03-01', '2026-12-31']);
    expect(cut).toMatchObject({ left: 'calc(100% - 6px)', width: '0px' });
  });
});
