import type { Servers } from '@/db/homes/servers';
import { type DueName, noteFault, noteReleased, noteTold, takeDueNames } from '@/db/hosts/hoster';
import { log } from '../../log';
import { type Hoster, type HosterAnswer, HosterFault } from './hoster';

/** So many are told at a time. */
const atOnce = 4;

const hour = 3_600;
const day = 24 * hour;

/** For which it is left alone where it is asked too often and does not say how long. */
const restSeconds = 60;

/** Seconds to the next question after some that came to nothing. */
const after = (tries: number, first: number, longest: number) =>
  Math.min(first * 2 ** tries, longest);

/**
 * Tells the hoster of each host that came or went, and asks again for those it does not answer for yet,
 * until nothing is due. Answers how many it was told of.
 */
export async function tellHoster(servers: Servers, hoster: Hoster): Promise<number> {
  let told = 0;
  for (;;) {
    const due = await takeDueNames(servers, atOnce);
    if (due.length === 0) return told;
    const ends = await Promise.allSettled(due.map((name) => tellOf(servers, hoster, name)));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
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
    // Whatever it was, the name is not the first to be tried again.
    const fault = error instanceof HosterFault ? error : new HosterFault('no_answer');
    const { reason, waitSeconds } = fault;
    const about = { hoster: hoster.id, host: name.host, reason };
    if (fault === error) log.warn(about, 'the hoster could not be told of a host');
    else log.error({ ...about, err: error }, 'telling the hoster of a host failed');
    await noteFault(servers, {
      ...{ name, reason, seconds: after(name.tries, 10, hour) },
      restSeconds: reason === 'busy' ? (waitSeconds ?? restSeconds) : 0,
    });
  }
}

/** One that is ready is asked for again with the next proof that is seen, each day. */
function secondsAfter({ state }: HosterAnswer, tries: number): number | null {
  if (state === 'ready') return null;
  return after(tries, state === 'refused' ? hour : 30, day);
}
