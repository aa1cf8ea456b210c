import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

const mega = 2 ** 20;
const firstRate = 4 * mega;
const leastRate = mega;
const mostRate = 1_024 * mega;

/** How often the servers are asked how busy they are, milliseconds. */
const listenMs = 50;
const calmQuestions = 9;

/** An answer that takes this many times as long as in calm, and this much longer, is a slow one. */
const slowTimes = 2;
const slowMs = 0.5;

/**
 * How fast a copy may go so that others do not notice: it speeds up while the servers answer a small
 * question as quickly as before the copy began, and slows down as soon as they do not. Never below
 * 1 MB a second, so that it comes to an end on a server that is always busy.
 */
export class Pace {
  readonly #slowFrom: number;
  #rate = firstRate;
  #due = 0;

  /** `calmMs` is how long the small question takes when nothing is copied. */
  constructor(calmMs: number) {
    this.#slowFrom = slowTimes * calmMs + slowMs;
  }

  /** Bytes a second. */
  get rate() {
    return this.#rate;
  }

  /** Resolves when so many bytes more may go. */
  async take(bytes: number): Promise<void> {
    const now = performance.now();
    this.#due = Math.max(this.#due, now) + (bytes / this.#rate) * 1_000;
    if (this.#due > now) await pause(this.#due - now);
  }

  /** Takes in how long the question took just now. */
  hear(tookMs: number): void {
    const rate = tookMs > this.#slowFrom ? this.#rate * 0.8 : this.#rate * 1.05;
    this.#rate = Math.min(mostRate, Math.max(leastRate, rate));
  }
}

/** Runs a copy at a pace that follows the servers behind these lines, which nothing else may use. */
export async function paced<T>(
  lines: readonly pg.ClientBase[],
  work: (pace: Pace) => Promise<T>,
): Promise<T> {
  const calm: number[] = [];
  for (let n = 0; n < calmQuestions; n++) {
    calm.push(await ask(lines));
    await pause(listenMs / 5);
  }
  const pace = new Pace(calm.toSorted((a, b) => a - b)[calmQuestions >> 1] ?? 0);
  const done = new AbortController();
  const listening = listen(lines, pace, done.signal);
  try {
    return await work(pace);
  } finally {
    done.abort();
    await listening;
  }
}

/** A line that is lost is the copy's business, which fails by itself. */
async function listen(lines: readonly pg.ClientBase[], pace: Pace, done: AbortSignal) {
  while (!done.aborted) {
    const took = await ask(lines).catch(() => null);
    if (took === null) return;
    pace.hear(took);
    await pause(listenMs);
  }
}

/** Milliseconds until the slowest has answered. */
async function ask(lines: readonly pg.ClientBase[]): Promise<number> {
  const from = performance.now();
  await Promise.all(lines.map((line) => line.query('select 1')));
  return performance.now() - from;
}
