import { describe, expect, it } from 'vitest';
import { placeIn, stepFrom, unitGroups, windowAround, zoomedBy } from './time-window';

describe('the window of a timeline', () => {
  it('has four weeks of days, from the Monday before', () => {
    const window = windowAround('2026-03-05', 'day');
    expect([window.from, window.to, window.days]).toEqual(['2026-02-23', '2026-03-22', 28]);
    expect(window.units[0]).toEqual({ from: '2026-02-23', days: 1 });
    expect(unitGroups(window, 'day')).toEqual([
      { from: '2026-02-23', days: 6 },
      { from: '2026-03-01', days: 22 },
    ]);
  });

  it('has columns as long as their weeks, months and quarters are', () => {
    const weeks = windowAround('2026-03-05', 'week');
    expect([weeks.from, weeks.days]).toEqual(['2026-02-09', 91]);
    const months = windowAround('2028-03-05', 'month');
    expect([months.from, months.to, months.days]).toEqual(['2028-01-01', '2028-12-31', 366]);
    expect(months.units[1]).toEqual({ from: '2028-02-01', days: 29 });
    const quarters = windowAround('2026-03-05', 'quarter');
    expect([quarters.from, quarters.to]).toEqual(['2025-01-01', '2027-12-31']);
    expect(unitGroups(quarters, 'quarter').map(({ from, days }) => [from, days])).toEqual([
      ['2025-01-01', 365],
      ['2026-01-01', 365],
      ['2027-01-01', 365],
    ]);
  });

  it('goes on by a part of itself and back to where it was', () => {
    for (const zoom of ['day', 'week', 'month', 'quarter'] as const) {
      const on = stepFrom('2026-03-05', zoom, 1);
      expect(on > '2026-03-05').toBe(true);
      expect(on <= windowAround('2026-03-05', zoom).to).toBe(true);
      expect(stepFrom(on, zoom, -1)).toBe('2026-03-05');
    }
  });

  it('grows finer and coarser as far as there is a scale', () => {
    expect([zoomedBy('week', -1), zoomedBy('week', 1)]).toEqual(['day', 'month']);
    expect([zoomedBy('day', -1), zoomedBy('quarter', 1)]).toEqual(['day', 'quarter']);
  });

  it('cuts what lies outside', () => {
    const window = windowAround('2026-03-05', 'day');
    const share = (days: number) => (days / 28) * 100;
    expect(placeIn(window, '2026-02-24', '2026-02-25')).toEqual({
      left: share(1),
      width: share(2),
      cutStart: false,
      cutEnd: false,
    });
    expect(placeIn(window, '2026-01-01', '2026-12-31')).toEqual({
      left: 0,
      width: 100,
      cutStart: true,
      cutEnd: true,
    });
  });
});
