import { describe, expect, it } from 'vitest';
import { secondsOfRest, secondsToNext, secondsToRecover } from './schedule';

describe('tries', () => {
  it('come ever later, about as Standard Webhooks recommends, and end', () => {
    const recommended = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
    for (const [at, seconds] of recommended.entries()) {
      const next = secondsToNext(at + 1, null) ?? 0;
      expect(next).toBeGreaterThanOrEqual(seconds * 0.8);
      expect(next).toBeLessThanOrEqual(Math.min(seconds * 1.2, 86_400));
    }
    expect(secondsToNext(10, null)).toBeNull();
    expect(secondsToNext(10, 60)).toBeNull();
  });

  it('wait for as long as a receiver asks, up to a day', () => {
    expect(secondsToNext(1, 600)).toBe(600);
    expect(secondsToNext(1, 10_000_000)).toBe(86_400);
  });

  it('leave a receiver that does not answer alone, for minutes at most', () => {
    expect([1, 2, 3, 20].map((failures) => secondsOfRest(failures))).toEqual([5, 10, 20, 300]);
    expect(secondsOfRest(1, 60)).toBe(60);
    expect(secondsOfRest(1, 86_400)).toBe(300);
  });

  it('leave a slow receiver alone for longer than it took, whatever it answered', () => {
    expect([0, 1_900, 2_000, 8_000, 60_000].map(secondsToRecover)).toEqual([0, 0, 10, 160, 300]);
  });
});
