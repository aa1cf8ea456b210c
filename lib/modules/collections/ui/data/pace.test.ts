import { describe, expect, it } from 'vitest';
import { nextLookMs } from './pace';

describe('how often a page asks what others changed', () => {
  it('asks often while something happens, and seldom on a page that was left open', () => {
    expect(nextLookMs(0, 0.5)).toBe(1_500);
    expect(nextLookMs(59_999, 0.5)).toBe(1_500);
    expect(nextLookMs(60_000, 0.5)).toBe(5_000);
    expect(nextLookMs(600_000, 0.5)).toBe(15_000);
  });

  it('spreads what would come together', () => {
    expect([nextLookMs(0, 0), nextLookMs(0, 1)]).toEqual([1_350, 1_650]);
  });
});
