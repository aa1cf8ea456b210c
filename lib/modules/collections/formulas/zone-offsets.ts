import { earliestZoned, latestZoned } from './limits';

/** How far the clocks of a zone are ahead of UTC, as long as moments have a day there. */
export interface ZoneOffsets {
  /** Seconds since 1970 at which they change. */
  changes: readonly number[];
  /** Seconds ahead: before the first change, then from each of them on. */
  seconds: readonly number[];
}

const known = new Map<string, ZoneOffsets>();

/** Looked up once for each zone, since that takes thousands of questions. */
export function zoneOffsets(timeZone: string): ZoneOffsets {
  const found = known.get(timeZone) ?? lookedUp(timeZone);
  known.set(timeZone, found);
  return found;
}

/** Clocks that were changed have always stayed so for longer. */
const step = 6 * 86_400;

function lookedUp(timeZone: string): ZoneOffsets {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const offsetAt = (second: number) => format.format(second * 1000).split('GMT')[1] ?? '';
  const last = Date.parse(latestZoned) / 1000;
  let at = Date.parse(earliestZoned) / 1000;
  let offset = offsetAt(at);
  const changes: number[] = [];
  const seconds = [secondsIn(offset)];
  while (at < last) {
    const next = Math.min(at + step, last);
    const after = offsetAt(next);
    if (after !== offset) {
      changes.push(firstWith((second) => offsetAt(second) === after, { from: at, to: next }));
      seconds.push(secondsIn(after));
    }
    [at, offset] = [next, after];
  }
  return { changes, seconds };
}

/** `+00:53:28`, `-09:30`, or nothing. */
function secondsIn(offset: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(':').map(Number);
  return (hours * 3600 + minutes * 60 + seconds) * (offset.startsWith('-') ? -1 : 1);
}

/** The first second that passes: none up to `from` does, all from `to` on do. */
function firstWith(
  passes: (second: number) => boolean,
  { from, to }: { from: number; to: number },
): number {
  let [no, yes] = [from, to];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (passes(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
