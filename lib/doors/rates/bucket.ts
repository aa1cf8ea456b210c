import type { RateAsk, RateLease } from '@/db/rates';
import { LocalBucket } from './local-bucket';

/** Asks for a bucket; what exactly is told when it is sent. */
export type Lease = (ask: () => RateAsk) => Promise<RateLease>;

export type Taken = { ok: true } | { ok: false; waitMs: number };

/** Parts of a bucket that a process may hold unused, and admit before it asked. */
const heldPart = 0.004;
const aheadPart = 0.001;
/** Part that a process counts by itself while nobody answers. */
const alonePart = 0.25;
const aloneMs = 1_000;
/** An empty bucket is asked no more often than this, however many knock. */
const restMs = 50;
const mostAsks = 5;

/**
 * This process's part of a bucket that all processes share. It holds a few calls taken ahead of use, and
 * asks for more in the background; so what it admits beyond the bucket is never more than it may hold.
 */
export class LeasedBucket {
  readonly #key: string;
  readonly #lease: Lease;
  readonly #now: () => number;
  /** Calls a minute. */
  readonly size: number;
  #held = 0;
  #owed = 0;
  #waiting = 0;
  #emptyUntil = 0;
  #aloneUntil = 0;
  #alone: LocalBucket | undefined;
  #asking: Promise<void> | undefined;
  /** What was left at the source, and when. */
  #source: { left: number; at: number };

  constructor(key: string, size: number, { lease, now }: { lease: Lease; now: () => number }) {
    this.#key = key;
    this.size = size;
    this.#lease = lease;
    this.#now = now;
    this.#source = { left: size, at: now() };
  }

  /** About how many calls are left altogether. */
  get left(): number {
    const { left, at } = this.#source;
    const since = Math.max(0, this.#now() - at);
    const there = Math.min(this.size, left + (since * this.size) / 60_000);
    return Math.max(0, Math.floor(there + this.#held - this.#owed));
  }

  /** Begins to ask where nothing is at hand, so that two buckets are asked for in one trip. */
  prepare() {
    if (this.#held > 0 || this.#mayGoAhead() || this.#isResting()) return;
    void this.#ask();
  }

  async take(): Promise<Taken> {
    for (let asks = 0; asks < mostAsks; asks++) {
      const taken = this.#takeAtHand();
      if (taken) return taken;
      this.#waiting += 1;
      try {
        await this.#ask();
      } finally {
        this.#waiting -= 1;
      }
    }
    return this.#takeAtHand() ?? { ok: false, waitMs: restMs };
  }

  #takeAtHand(): Taken | undefined {
    const now = this.#now();
    if (this.#held > 0) {
      this.#held -= 1;
      if (this.#held <= this.#mostHeld / 2) void this.#ask();
      return { ok: true };
    }
    if (now < this.#aloneUntil) return this.#takeAlone();
    if (now < this.#emptyUntil) {
      return { ok: false, waitMs: this.#emptyUntil - now };
    }
    if (!this.#mayGoAhead()) return undefined;
    this.#owed += 1;
    void this.#ask();
    return { ok: true };
  }

  #takeAlone(): Taken {
    this.#alone ??= new LocalBucket(Math.max(1, this.size * alonePart), this.#now());
    const waitMs = this.#alone.take(this.#now());
    return waitMs === 0 ? { ok: true } : { ok: false, waitMs };
  }

  get #mostHeld() {
    return Math.max(1, Math.floor(this.size * heldPart));
  }

  get #mostAhead() {
    return Math.floor(this.size * aheadPart);
  }

  // Where little is left nobody goes ahead of the answer.
  #mayGoAhead() {
    return this.#owed < this.#mostAhead && this.left > this.#mostHeld;
  }

  #isResting() {
    const now = this.#now();
    return now < this.#emptyUntil || now < this.#aloneUntil;
  }

  #ask(): Promise<void> {
    if (this.#held > 0 && this.#isResting()) return Promise.resolve();
    this.#asking ??= this.#askOnce().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #askOnce() {
    let owed = 0;
    let wanted = 0;
    try {
      const { granted, remaining, waitMs } = await this.#lease(() => {
        owed = this.#owed;
        wanted = this.#waiting + Math.max(0, this.#mostHeld - this.#held);
        return { key: this.#key, size: this.size, owed, wanted };
      });
      const now = this.#now();
      this.#owed -= owed;
      this.#held += granted;
      this.#source = { left: remaining, at: now };
      if (granted < wanted) this.#emptyUntil = now + Math.max(restMs, waitMs);
    } catch {
      this.#aloneUntil = this.#now() + aloneMs;
    }
  }
}
