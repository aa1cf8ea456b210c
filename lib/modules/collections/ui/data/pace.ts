const livelyMs = 1_500;
const calmMs = 5_000;
/** While nothing is to be expected, such as where following is switched off. */
export const idleMs = 15_000;
const calmAfterMs = 60_000;
const idleAfterMs = 600_000;

interface Pace {
  /** `calm` never asks often. */
  pace?: 'calm' | 'lively';
  chance?: number;
}

/**
 * How long to wait until others' changes are asked for again, in milliseconds: often while something
 * happens on the page, seldom once nobody has done anything for a while. Spread by a tenth, so that
 * pages opened together do not ask together.
 */
export function nextLookMs(
  quietMs: number,
  { pace = 'lively', chance = Math.random() }: Pace = {},
): number {
  const busyMs = pace === 'calm' ? calmMs : livelyMs;
  const pause = quietMs < calmAfterMs ? busyMs : quietMs < idleAfterMs ? calmMs : idleMs;
  return Math.round(pause * (0.9 + chance / 5));
}
