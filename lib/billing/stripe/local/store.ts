import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Thing } from './objects';

/** So many events are kept, and answers to requests with a key. */
const mostKept = 20_000;
const passing = new Set(['event', 'answer', 'delivery']);

type Kind = Map<string, Thing>;
type Change = [kind: string, id: string, thing: Thing | null];

/**
 * What the local Stripe knows, in memory and as a journal in a file: what one request changes stands in one
 * line of it, or not at all.
 */
export class Store {
  readonly #kinds = new Map<string, Kind>();
  readonly #path: string | null;
  #open: { changes: Change[]; undo: Change[] } | null = null;

  constructor(path: string | null) {
    this.#path = path;
    if (!path) return;
    mkdirSync(dirname(path), { recursive: true });
    for (const line of linesOf(path)) for (const change of line) this.#apply(change);
    this.#tidy(path);
  }

  find<T extends Thing>(kind: string, id: string): T | undefined {
    return this.#kind(kind).get(id) as T | undefined;
  }

  /** In the order in which they came. */
  all<T extends Thing>(kind: string): T[] {
    return [...this.#kind(kind).values()] as T[];
  }

  /** Whatever has this id. */
  any(id: string): Thing | undefined {
    for (const kind of this.#kinds.values()) {
      const thing = kind.get(id);
      if (thing) return thing;
    }
    return undefined;
  }

  put<T extends Thing>(thing: T, kind: string = thing.object): T {
    const copy = structuredClone(thing);
    this.#note([kind, copy.id, copy]);
    return thing;
  }

  remove(kind: string, id: string): void {
    this.#note([kind, id, null]);
  }

  /** Everything that `work` changes, or nothing where it throws. */
  change<T>(work: () => T): T {
    if (this.#open) return work();
    const open = { changes: [] as Change[], undo: [] as Change[] };
    this.#open = open;
    try {
      const result = work();
      this.#write(open.changes);
      return result;
    } catch (error) {
      for (const change of open.undo.reverse()) this.#apply(change);
      throw error;
    } finally {
      this.#open = null;
    }
  }

  #note(change: Change): void {
    const [kind, id] = change;
    this.#open?.undo.push([kind, id, this.#kind(kind).get(id) ?? null]);
    this.#apply(change);
    if (this.#open) this.#open.changes.push(change);
    else this.#write([change]);
  }

  #apply([kind, id, thing]: Change): void {
    if (thing) this.#kind(kind).set(id, thing);
    else this.#kind(kind).delete(id);
  }

  #write(changes: Change[]): void {
    if (this.#path && changes.length > 0)
      appendFileSync(this.#path, `${JSON.stringify(changes)}\n`);
  }

  #kind(name: string): Kind {
    const known = this.#kinds.get(name) ?? new Map<string, Thing>();
    this.#kinds.set(name, known);
    return known;
  }

  /** Writes the journal anew, with each thing as it is by now. */
  #tidy(path: string): void {
    const fresh = `${path}.fresh`;
    const lines = [...this.#kinds].flatMap(([kind, things]) => {
      const kept = [...things].slice(passing.has(kind) ? -mostKept : 0);
      return kept.map(([id, thing]) => `${JSON.stringify([[kind, id, thing]])}\n`);
    });
    writeFileSync(fresh, lines.join(''), { mode: 0o600 });
    renameSync(fresh, path);
  }
}

/** A last line that was cut off in the middle was never answered for. */
function linesOf(path: string): Change[][] {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.slice(0, -1).map((line) => JSON.parse(line) as Change[]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
