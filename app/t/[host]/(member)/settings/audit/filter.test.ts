import { describe, expect, it } from 'vitest';
import { filterOf } from './filter';

describe('filterOf', () => {
  it('reads days in the reader’s zone, the last one included', () => {
    const query = { from: '2026-11-20', to: '2026-11-21' };
    expect(filterOf(query, 'Asia/Seoul')).toEqual({
      from: '2026-11-19T15:00:00.000Z',
      to: '2026-11-21T15:00:00.000Z',
    });
    expect(filterOf(query, 'UTC').to).toBe('2026-11-22T00:00:00.000Z');
  });

  it('counts the clock’s changes', () => {
    const zone = 'America/New_York';
    expect(filterOf({ from: '2026-03-08' }, zone).from).toBe('2026-03-08T05:00:00.000Z');
    expect(filterOf({ from: '2026-03-09' }, zone).from).toBe('2026-03-09T04:00:00.000Z');
  });

  it('leaves out what is empty or no day', () => {
    expect(filterOf({ who: '  ', from: 'soon', to: '2026-13-40' }, 'UTC')).toEqual({});
    expect(filterOf({ who: ' kim ' }, 'UTC')).toEqual({ who: 'kim' });
  });
});
