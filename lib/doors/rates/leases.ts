import { leaseRates, type RateAsk, type RateLease } from '@/db/rates';
import { log } from '../../log';

/** Who waits for longer counts alone. */
const patienceMs = 1_000;
const mostAtOnce = 200;
const logEveryMs = 10_000;

interface Asking {
  ask: () => RateAsk;
  answered: (lease: RateLease) => void;
  failed: (error: unknown) => void;
}

let waiting: Asking[] = [];
let toldAt = Number.NEGATIVE_INFINITY;

/** Asks for one bucket, in one trip with all that are asked for in the same turn. */
export const leaseTogether = (ask: () => RateAsk): Promise<RateLease> =>
  new Promise((answered, failed) => {
    if (waiting.length === 0) setImmediate(() => void send());
    waiting.push({ ask, answered, failed });
  });

async function send() {
  const all = waiting;
  waiting = [];
  for (let from = 0; from < all.length; from += mostAtOnce) {
    void sendSome(all.slice(from, from + mostAtOnce));
  }
}

async function sendSome(asking: readonly Asking[]) {
  const tooLate = new Error(`No answer within ${patienceMs} ms.`);
  const late = setTimeout(() => giveUp(asking, tooLate), patienceMs);
  try {
    const leases = await leaseRates(
      asking.map(({ ask }) => ask()),
      patienceMs,
    );
    for (const [at, { answered, failed }] of asking.entries()) {
      const lease = leases[at];
      if (lease) answered(lease);
      else failed(new Error('A bucket was not answered for.'));
    }
  } catch (error) {
    giveUp(asking, error);
  } finally {
    clearTimeout(late);
  }
}

function giveUp(asking: readonly Asking[], error: unknown) {
  for (const { failed } of asking) failed(error);
  if (performance.now() - toldAt < logEveryMs) return;
  toldAt = performance.now();
  log.warn({ err: error }, 'calls are counted by this process alone');
}
