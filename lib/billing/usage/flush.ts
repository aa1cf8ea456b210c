import { noteUsage, type UsageEvent } from '@/db/usage/note';
import { Tally } from './tally';

const atOnce = 5_000;

type Note = (events: readonly UsageEvent[]) => Promise<void>;

/**
 * Takes from a tally what is to be entered. What could not be entered is told again with the same ids,
 * before anything else: meanwhile the tally goes on counting.
 */
export class Flusher {
  readonly #tally: Tally;
  readonly #note: Note;
  #left: UsageEvent[] = [];

  constructor(tally: Tally, note: Note = noteUsage) {
    this.#tally = tally;
    this.#note = note;
  }

  /** Answers how many events were entered. Throws what the database says. */
  async flush(): Promise<number> {
    const late = await this.#enter();
    this.#left = this.#tally.empty();
    return late + (await this.#enter());
  }

  async #enter(): Promise<number> {
    let entered = 0;
    while (this.#left.length > 0) {
      const batch = this.#left.slice(0, atOnce);
      await this.#note(batch);
      this.#left = this.#left.slice(batch.length);
      entered += batch.length;
    }
    return entered;
  }
}

const key = Symbol.for('rowhouse.tally');
const store = globalThis as { [key]?: Tally };

/** The tally of this process: its pages are bundled apart from its entry. */
export function tally(): Tally {
  store[key] ??= new Tally();
  return store[key];
}
