import type { HosterSaid, hosterReasons } from '@/db/schema/control';

type Reason = (typeof hosterReasons)[number];

/** What a hoster makes of a host. */
export interface HosterAnswer {
  state: 'waiting' | 'ready' | 'refused';
  /** Why it refuses. */
  reason: Exclude<Reason, 'no_answer' | 'busy' | 'access'> | null;
  said: HosterSaid;
}

/** Whoever stands in front of the product and has certificates for the hosts of tenants. */
export interface Hoster {
  id: 'proxy' | 'vercel';
  /**
   * Has a host answered for, however often it is asked, also where it did so before and its answer was
   * lost. Rejects with `HosterFault` where nothing can be said of the host.
   */
  take(host: string): Promise<HosterAnswer>;
  /** Has a host answered for no more; the same holds. */
  release(host: string): Promise<void>;
}

/** The hoster was not heard, wants to be left alone, or takes us for nobody it knows. */
export class HosterFault extends Error {
  readonly reason: 'no_answer' | 'busy' | 'access';
  /** What it asks for, where it does. */
  readonly waitSeconds: number | null;

  constructor(reason: HosterFault['reason'], waitSeconds: number | null = null, cause?: unknown) {
    super(`The hoster could not be told: ${reason}`, { cause });
    this.name = 'HosterFault';
    this.reason = reason;
    this.waitSeconds = waitSeconds;
  }
}

export const nothingSaid: HosterSaid = {
  ...{ waitsFor: null, owner: null },
  ...{ names: [], addresses: [], best: [] },
};
