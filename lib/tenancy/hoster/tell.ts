import type { Servers } from '@/db/homes/servers';
import { type DueName, noteFault, noteReleased, noteTold, takeDueNames } from '@/db/hosts/hoster';
import { log } from '../../log';
import { type Hoster, type HosterAnswer, HosterFault } from './hoster';

/** So many are told at a time. */
const atOnce = 4;

const longestSeconds = 3_600;

/** Seconds to the next question after some that came to nothing. */
const after = (tries: number, first: number) => Math.min(first * 2 ** tries, longestSeconds);

/**
 * Tells the hoster of each host that came or went, and asks again for those it does not answer for yet,
 * until nothing is due. Answers how many it was told of.
 */
export async function tellHoster(servers: Servers, hoster: Hoster): Promise<number> {
  let told = 0;
  for (;;) {
    const due = await takeDueNames(servers, atOnce);
    if (due.length === 0) return told;
    await Promise.all(due.map((name) => tellOf(servers, hoster, name)));
    told += due.length;
  }
}

async function tellOf(servers: Servers, hoster: Hoster, name: DueName): Promise<void> {
  try {
    if (name.wanted) {
      const answer = await hoster.take(name.host);
      const secondsToNext = secondsAfter(answer, name.tries);
      await noteTold(servers, { hoster: hoster.id, name, secondsToNext }, answer);
    } else {
      await hoster.release(name.host);
      await noteReleased(servers, name);
    }
  } catch (error) {
    if (!(error instanceof HosterFault)) throw error;
    const { reason, waitSeconds } = error;
    log.warn(
      { hoster: hoster.id, host: name.host, reason },
      'the hoster could not be told of a host',
    );
    const seconds = Math.max(waitSeconds ?? 0, after(name.tries, 10));
    await noteFault(servers, { name, reason, seconds, forAll: reason === 'busy' });
  }
}

/** One that is ready is asked for again with the next proof that is seen, each day. */
function secondsAfter({ state }: HosterAnswer, tries: number): number | null {
  if (state === 'ready') return null;
  return state === 'refused' ? longestSeconds : after(tries, 30);
}
