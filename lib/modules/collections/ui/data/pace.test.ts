import { describe, expect, it } from 'vitest';
import { nextLookMs } from './pace';

describe('how often a page asks what others changed', () => {
  it('asks often while something happens, and seldom on a page that was left open', () => {
    const waits = (pace: 'calm' | 'lively') =>
      [0, 59_999, 60_000, 600_000].map((quietMs) => nextLookMs(quietMs, { pace, chance: 0.5 }));
    expect(waits('lively')).toEqual([1_500, 1_500, 5_000, 15_000]);
    expect(waits('calm')).toEqual([5_000, 5_000, 5_000, 15_000]);
  });

  it('spreads what would come together', () => {
    expect([nextLookMs(0, { chance: 0 }), nextLookMs(0, { chance: 1 })]).toEqual([1_350, 1_650]);
  });
});
