import { expect, it } from 'vitest';
import { Pace } from './pace';

const mega = 2 ** 20;
const hear = (pace: Pace, tookMs: number, times: number) => {
  for (let n = 0; n < times; n++) pace.hear(tookMs);
};

it('goes faster while the servers answer as in calm, and slower when they do not', () => {
  const pace = new Pace(1);
  const first = pace.rate;
  hear(pace, 2.4, 20);
  const fast = pace.rate;
  expect(fast).toBeGreaterThan(2 * first);
  hear(pace, 2.6, 5);
  expect(pace.rate).toBeLessThan(fast / 2);
});

it('comes to an end on a server that is always busy, and has a limit on one that never is', () => {
  const pace = new Pace(0.2);
  hear(pace, 900, 500);
  expect(pace.rate).toBe(mega);
  hear(pace, 0.1, 5_000);
  expect(pace.rate).toBe(1_024 * mega);
});

it('lets through what the rate allows, however it is cut into pieces', async () => {
  const pace = new Pace(1);
  const begun = performance.now();
  for (let n = 0; n < 10; n++) await pace.take(pace.rate / 100);
  expect(performance.now() - begun).toBeGreaterThan(90);
});
