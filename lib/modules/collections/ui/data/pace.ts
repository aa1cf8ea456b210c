const livelyMs = 1_500;
const calmMs = 5_000;
const idleMs = 15_000;
const calmAfterMs = 60_000;
const idleAfterMs = 600_000;

/**
 * How long to wait until others' changes are asked for again, in milliseconds: often while something
 * happens on the page, seldom once nobody has done anything for a while. Spread by a tenth, so that
 * pages opened together do not ask together.
 */
export function nextLookMs(quietMs: number, chance = Math.random()): number {
  const pause = quietMs < calmAfterMs ? livelyMs : quietMs < idleAfterMs ? calmMs : idleMs;
  return Math.round(pause * (0.9 + chance / 5));
}
