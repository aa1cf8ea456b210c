/** A bucket of one process, filled evenly over a minute. */
export class LocalBucket {
  readonly #size: number;
  #left: number;
  #at: number;

  constructor(size: number, now: number) {
    this.#size = size;
    this.#left = size;
    this.#at = now;
  }

  /** Takes one; answers 0, or the milliseconds until there is one. */
  take(now: number): number {
    const perMs = this.#size / 60_000;
    this.#left = Math.min(this.#size, this.#left + Math.max(0, now - this.#at) * perMs);
    this.#at = now;
    if (this.#left < 1) return (1 - this.#left) / perMs;
    this.#left -= 1;
    return 0;
  }

  get left(): number {
    return Math.floor(this.#left);
  }

  get size(): number {
    return this.#size;
  }
}
