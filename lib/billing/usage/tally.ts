import { v7 as uuidv7 } from 'uuid';
import type { CountedMeter, UsageEvent } from '@/db/usage/note';

/** Who used something, and in which part of the product. */
export interface User {
  tenantId: string;
  actorId: string | null;
  tokenId: string | null;
  module: string | null;
}

type Counts = Record<CountedMeter, number>;

interface Entry {
  user: User;
  hour: number;
  counts: Counts;
}

interface Bounds {
  /** From so many on, what is new of a tenant is counted without saying by whom. */
  detailed: number;
  /** From so many on, it is not counted at all. */
  most: number;
}

const hourMs = 3_600_000;

/** What this process counted since it was last emptied. Never more than it may hold; never throws. */
export class Tally {
  readonly #entries = new Map<string, Entry>();
  readonly #bounds: Bounds;

  constructor(bounds: Bounds = { detailed: 10_000, most: 20_000 }) {
    this.#bounds = bounds;
  }

  add(user: User, counts: Counts, at = Date.now()): void {
    const hour = Math.floor(at / hourMs) * hourMs;
    const entry =
      this.#find(user, hour, this.#bounds.detailed) ??
      this.#find({ ...nobody, tenantId: user.tenantId }, hour, this.#bounds.most);
    if (!entry) return;
    entry.counts.requests += counts.requests;
    entry.counts.computing += counts.computing;
    entry.counts.database += counts.database;
  }

  /** What was counted, as events. Parts of a unit are left off. */
  empty(): UsageEvent[] {
    const entries = [...this.#entries.values()];
    this.#entries.clear();
    return entries.flatMap(({ user, hour, counts }) =>
      (Object.keys(counts) as CountedMeter[]).flatMap((meter) => {
        // Sums of parts of a unit are off by less than a millionth.
        const quantity = Math.floor(counts[meter] + 1e-6);
        const at = new Date(hour).toISOString();
        return quantity > 0 ? [{ id: uuidv7(), ...user, at, meter, quantity }] : [];
      }),
    );
  }

  #find(user: User, hour: number, most: number): Entry | undefined {
    const key = [user.tenantId, user.actorId, user.tokenId, user.module, hour].join(' ');
    const known = this.#entries.get(key);
    if (known || this.#entries.size >= most) return known;
    const made = { user, hour, counts: { requests: 0, computing: 0, database: 0 } };
    this.#entries.set(key, made);
    return made;
  }
}

const nobody = { actorId: null, tokenId: null, module: null };
