const minute = 60;
const hour = 60 * minute;

/** Seconds before each further try, as Standard Webhooks recommends them; then it is given up. */
const delays = [
  5,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** No receiver keeps a message for longer by asking for patience. */
const longestWait = 24 * hour;
const longestRest = 5 * minute;

/** Days without a delivery after which a webhook is turned off. */
export const patienceDays = 5;

/**
 * Seconds to the next try after `made` of them, up to a fifth more or less so that many do not come at
 * once; what the receiver asks for counts where it is longer. Null where there is none.
 */
export function secondsToNext(made: number, askedFor: number | null): number | null {
  const delay = delays[made - 1];
  if (delay === undefined) return null;
  const spread = delay * (0.8 + Math.random() * 0.4);
  return Math.min(Math.max(spread, askedFor ?? 0), longestWait);
}

/**
 * Seconds for which a receiver that did not answer is left alone: one try at a time, ever rarer. What
 * it asks for counts up to the same end; the one message may wait longer.
 */
export const secondsOfRest = (failures: number, askedFor: number | null = null): number =>
  Math.min(Math.max(5 * 2 ** Math.min(failures - 1, 10), askedFor ?? 0), longestRest);

/** From here on a try was slow. */
const slowSeconds = 2;

/**
 * Seconds for which a receiver is left alone after a try that took so long, whatever it answered: the
 * longer a hand of the worker stood there, the smaller its share of them.
 */
export function secondsToRecover(durationMs: number): number {
  const seconds = durationMs / 1000;
  return seconds < slowSeconds ? 0 : Math.min(2.5 * seconds ** 2, longestRest);
}
