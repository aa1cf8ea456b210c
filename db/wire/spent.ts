import { AsyncLocalStorage } from 'node:async_hooks';

/** How long one piece of work was held up by databases, milliseconds; no moment is counted twice. */
export class Spent {
  /** With a question on the way. */
  databaseMs = 0;
  /** With none on the way, because no line was free: what others do, not what this work costs. */
  waitedMs = 0;
  #asking = 0;
  #waiting = 0;
  #since = 0;

  async during<T>(what: 'asking' | 'waiting', work: () => Promise<T>): Promise<T> {
    this.#turn(what, 1);
    try {
      return await work();
    } finally {
      this.#turn(what, -1);
    }
  }

  #turn(what: 'asking' | 'waiting', by: number) {
    const now = performance.now();
    if (this.#asking > 0) this.databaseMs += now - this.#since;
    else if (this.#waiting > 0) this.waitedMs += now - this.#since;
    this.#since = now;
    if (what === 'asking') this.#asking += by;
    else this.#waiting += by;
  }
}

const here = new AsyncLocalStorage<Spent>();

/** Runs work and sums up in `spent` what it, and whatever it awaits, asks of databases. */
export const spending = <T>(spent: Spent, work: () => Promise<T>): Promise<T> =>
  here.run(spent, work);

/** One question, counted for whoever's work it is part of. */
export const timed = <T>(ask: () => Promise<T>): Promise<T> =>
  here.getStore()?.during('asking', ask) ?? ask();

/** A wait for a free line, which is no part of what the work costs. */
export const untimed = <T>(wait: () => Promise<T>): Promise<T> =>
  here.getStore()?.during('waiting', wait) ?? wait();
