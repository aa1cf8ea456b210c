import { amountOf, type Price } from '@/lib/billing/prices';

/** What a tenant pays for: prices of one currency and interval, and how many seats there are. */
export interface Standing {
  /** Tells one version of a plan from another. */
  version: string;
  prices: readonly Price[];
  seats: number;
}

interface Used {
  /** Beginning of the hour, seconds since 1970. */
  hour: number;
  quantity: bigint;
}

/**
 * What Stripe should ask for, worked out from the history alone: what is paid ahead is set off by the
 * second where it changes, and what is used is charged by the price that held when its hour began.
 */
export class BillModel {
  #standing: Standing;
  #from: number;
  #to: number;
  /** Since when use is charged by what stands now. */
  #countedFrom: number;
  #pending = 0n;
  #used: Used[] = [];

  constructor(standing: Standing, { from, to }: { from: number; to: number }) {
    this.#standing = standing;
    this.#from = from;
    this.#to = to;
    this.#countedFrom = from;
  }

  get standing(): Standing {
    return this.#standing;
  }

  use(hour: number, quantity: number): void {
    this.#used.push({ hour, quantity: BigInt(quantity) });
  }

  /** At a second, something else stands. */
  change(at: number, next: Standing): void {
    const before = this.#standing;
    const other = before.version !== next.version;
    for (const kind of ['flat', 'seat'] as const) {
      if (!other && (kind === 'flat' || before.seats === next.seats)) continue;
      this.#pending += this.#part(fullOf(next, kind), at) - this.#part(fullOf(before, kind), at);
    }
    if (other) {
      this.#pending += this.#metered(at);
      this.#countedFrom = at;
    }
    this.#standing = next;
  }

  /** What the invoice comes to that ends the period, if nothing more happens. */
  get next(): bigint {
    const ahead = fullOf(this.#standing, 'flat') + fullOf(this.#standing, 'seat');
    return this.#pending + this.#metered(this.#to) + ahead;
  }

  /** The period is over and the next one begins. */
  renew(to: number): void {
    [this.#from, this.#to, this.#countedFrom] = [this.#to, to, this.#to];
    this.#pending = 0n;
  }

  get ends(): number {
    return this.#to;
  }

  /** Rounded to the nearest, halves up. */
  #part(full: bigint, at: number): bigint {
    const whole = BigInt(this.#to - this.#from);
    return (2n * full * BigInt(this.#to - at) + whole) / (2n * whole);
  }

  #metered(to: number): bigint {
    const units = this.#used
      .filter(({ hour }) => hour >= this.#countedFrom && hour < to)
      .reduce((sum, { quantity }) => sum + quantity, 0n);
    const used = { requests: units > 0n ? units : 0n };
    const metered = this.#standing.prices.filter((price) => 'meter' in price);
    return metered.reduce(
      (sum, price) => sum + amountOf(price, { seats: 0, tier: 'pooled', used }),
      0n,
    );
  }
}

const fullOf = ({ prices, seats }: Standing, kind: 'flat' | 'seat'): bigint =>
  prices
    .filter((price) => price.kind === kind)
    .reduce((sum, price) => sum + amountOf(price, { seats, tier: 'pooled', used: {} }), 0n);
