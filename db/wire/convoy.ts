import type { Rows, Statement, Wire } from './line';
import type { Turns } from './turns';

/** What one tenant asks on a common way, behind its gate. */
interface Ride {
  wire: Wire;
  gate(isFirst: boolean): Statement[];
  statements: readonly Statement[];
  /** The tenant; the first one's part of the connections is what they go on. */
  owner: string | undefined;
}

interface Rider extends Ride {
  /** With nothing where it has to be asked alone. */
  settle(results: Rows[] | undefined): void;
}

/**
 * Readings of several tenants whose rows stand in the same tables: what they ask at the same moment
 * goes as one round trip and one transaction, in which each tenant's statements follow its own gate.
 * A gate sets everything that the one before it had set. When one fails or is late, the convoy parts
 * for good and each is asked alone: it never answers for a tenant what it would not have told by itself.
 */
export class Convoy {
  /** For one statement, and for all that were asked together. */
  readonly patienceMs: number;
  readonly #alone: Turns;
  readonly #waiting = new Map<Wire, Rider[]>();
  #isParted = false;

  /** `alone` holds how many of those that parted, from here or elsewhere, are asked at a time. */
  constructor(patienceMs: number, alone: Turns) {
    this.patienceMs = patienceMs;
    this.#alone = alone;
  }

  /** Asks for one that goes alone, when it is its turn. */
  askAlone(ask: () => Promise<Rows[]>): Promise<Rows[]> {
    return this.#alone.take(ask);
  }

  /** Resolves with nothing where the tenant has to go alone, for whatever reason: it shows then. */
  ask(ride: Ride): Promise<Rows[] | undefined> {
    if (this.#isParted) return Promise.resolve(undefined);
    return new Promise((settle) => {
      const riders = this.#waiting.get(ride.wire) ?? [];
      riders.push({ ...ride, settle });
      if (riders.length > 1) return;
      this.#waiting.set(ride.wire, riders);
      setImmediate(() => void this.#leave(ride.wire, riders));
    });
  }

  async #leave(wire: Wire, riders: readonly Rider[]) {
    this.#waiting.delete(wire);
    const [first, ...others] = riders;
    if (!first || others.length === 0) return first?.settle(undefined);
    try {
      const gates = riders.map(({ gate }, n) => gate(n === 0));
      const all = riders.flatMap(({ statements }, n) => [...(gates[n] ?? []), ...statements]);
      const results = await wire.tryRun(all, this.patienceMs, first.owner);
      let from = 0;
      for (const [n, { statements, settle }] of riders.entries()) {
        from += gates[n]?.length ?? 0;
        settle(results.slice(from, from + statements.length));
        from += statements.length;
      }
    } catch {
      this.#isParted = true;
      for (const { settle } of riders) settle(undefined);
    }
  }
}
