import { inTime } from './in-time';
import type { Rows, Statement, Wire } from './line';

/** What one tenant asks on a common way, behind its gate. */
interface Ride {
  gate(isFirst: boolean): Statement[];
  statements: readonly Statement[];
  resolve(results: Rows[]): void;
  reject(error: unknown): void;
}

/** How long tenants wait for each other, milliseconds; whoever is later is asked alone. */
export const convoyMs = 250;

/**
 * Readings of several tenants whose rows stand in the same tables: what they ask at the same moment
 * goes as one round trip and one transaction, in which each tenant's statements follow its own gate.
 * A gate sets everything that the one before it had set. When one fails, all are refused, so that
 * each can be asked alone: a convoy never answers for a tenant what it would not have told by itself.
 */
export class Convoy {
  readonly #waiting = new Map<Wire, Ride[]>();

  /** Throws what the wire throws for any of those that went together, or `timeout`. */
  run(wire: Wire, { gate, statements }: Pick<Ride, 'gate' | 'statements'>): Promise<Rows[]> {
    return new Promise((resolve, reject) => {
      const rides = this.#waiting.get(wire) ?? [];
      if (rides.length === 0) {
        this.#waiting.set(wire, rides);
        setImmediate(() => void this.#leave(wire, rides));
      }
      rides.push({ gate, statements, resolve, reject });
    });
  }

  async #leave(wire: Wire, rides: readonly Ride[]) {
    this.#waiting.delete(wire);
    try {
      const gates = rides.map(({ gate }, n) => gate(n === 0));
      const all = rides.flatMap(({ statements }, n) => [...(gates[n] ?? []), ...statements]);
      const results = await inTime(() => wire.run(all, all.length * convoyMs), convoyMs);
      let from = 0;
      for (const [n, { statements, resolve }] of rides.entries()) {
        from += gates[n]?.length ?? 0;
        resolve(results.slice(from, from + statements.length));
        from += statements.length;
      }
    } catch (error) {
      for (const { reject } of rides) reject(error);
    }
  }
}
