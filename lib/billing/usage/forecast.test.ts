import { describe, expect, it } from 'vitest';
import { forecastOf, lastDays, monthOf } from './forecast';

const now = new Date('2026-03-11T12:00:00Z');

describe('the forecast of a month', () => {
  it('goes on as in the last whole days', () => {
    const byDay = new Map([
      ['2026-03-08', 10],
      ['2026-03-09', 20],
      ['2026-03-10', 30],
      ['2026-03-11', 500],
    ]);
    expect(forecastOf({ used: 560, byDay, now })).toBe(560 + 20 * 20.5);
  });

  it('goes on as today where there is no day before', () => {
    expect(forecastOf({ used: 10, byDay: new Map([['2026-03-11', 10]]), now })).toBe(
      10 + 20 * 20.5,
    );
  });

  it('ends where its period does, also in the past', () => {
    const byDay = new Map([['2026-03-10', 30]]);
    const until = new Date('2026-03-13T12:00:00Z');
    expect(forecastOf({ used: 10, byDay, now, until })).toBe(10 + 2 * 30);
    expect(forecastOf({ used: 10, byDay, now, until: new Date('2026-03-11T11:00:00Z') })).toBe(10);
  });

  it('is nothing for nothing', () => {
    expect(forecastOf({ used: 0, byDay: new Map(), now })).toBe(0);
  });

  it('takes months and days of UTC', () => {
    expect(monthOf(new Date('2026-12-31T23:59:59Z'))).toEqual({
      from: new Date('2026-12-01T00:00:00Z'),
      to: new Date('2027-01-01T00:00:00Z'),
    });
    expect(lastDays(new Date('2026-03-01T00:00:00Z'), 2)).toEqual(['2026-02-28', '2026-03-01']);
  });
});
