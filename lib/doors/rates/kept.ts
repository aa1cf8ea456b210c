interface Bucket {
  readonly size: number;
}

const forgetAfterMs = 60_000;

/** Buckets of this process by key; one that nobody used for a minute is full again, and forgotten. */
export class Kept<B extends Bucket> {
  readonly #make: (key: string, size: number) => B;
  #recent = new Map<string, B>();
  #older = new Map<string, B>();
  #turnedAt = performance.now();

  constructor(make: (key: string, size: number) => B) {
    this.#make = make;
  }

  of(key: string, size: number): B {
    this.#turn();
    const known = this.#recent.get(key) ?? this.#older.get(key);
    const bucket = known?.size === size ? known : this.#make(key, size);
    this.#recent.set(key, bucket);
    return bucket;
  }

  // Two generations: what was not asked for since the last turn but one is gone.
  #turn() {
    const now = performance.now();
    if (now - this.#turnedAt < forgetAfterMs) return;
    this.#older = now - this.#turnedAt < 2 * forgetAfterMs ? this.#recent : new Map();
    this.#recent = new Map();
    this.#turnedAt = now;
  }
}
