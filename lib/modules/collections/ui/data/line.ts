import type { ApiAnswer, ApiError } from './api';

/** A value that a person gave and the server has not taken yet. */
export interface UnsavedValue {
  collectionId: string;
  recordId: string;
  key: string;
  before: unknown;
  after: unknown;
}

export interface LineState {
  /** Values that wait for the server to be reached. */
  unsaved: number;
}

const firstWaitMs = 1_500;
const longestWaitMs = 12_000;
const store = 'unsaved-cells';

/** True for what passes by itself: no connection, or a server that cannot work for the moment. */
const isAway = ({ code }: ApiError) => code === 'offline' || code === 'unavailable';

/**
 * The way to the server for edits: what cannot be sent waits here, is shown as unsaved, and is sent
 * again until the server answers. Kept for the tab, so that a reload loses nothing.
 */
class Line {
  #waiting = new Map<string, UnsavedValue>();
  #wakers = new Set<() => void>();
  #listeners = new Set<() => void>();
  #state: LineState = { unsaved: 0 };
  #owner = '';

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly snapshot = () => this.#state;

  /** Answers what this person left unsaved in a collection when the page went away. */
  leftOver(owner: string, collectionId: string): UnsavedValue[] {
    this.#owner = owner;
    const held = read(owner).filter((value) => !this.#waiting.has(nameOf(value)));
    return held.filter((value) => value.collectionId === collectionId);
  }

  /** Calls until the server answers, good or bad. */
  async send<T>(values: readonly UnsavedValue[], call: () => Promise<ApiAnswer<T>>) {
    for (let waitMs = firstWaitMs; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
      const answer = await call();
      if (answer.ok || !isAway(answer.error)) {
        this.#settle(values);
        return answer;
      }
      this.#hold(values);
      await this.#back(waitMs);
    }
  }

  /** Tries again at once. */
  readonly retry = () => {
    for (const wake of [...this.#wakers]) wake();
  };

  #back(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#wakers.delete(wake);
        window.removeEventListener('online', wake);
        resolve();
      };
      const timer = setTimeout(wake, waitMs);
      window.addEventListener('online', wake);
      this.#wakers.add(wake);
    });
  }

  #hold(values: readonly UnsavedValue[]) {
    for (const value of values) this.#waiting.set(nameOf(value), value);
    this.#tell();
  }

  #settle(values: readonly UnsavedValue[]) {
    for (const value of values) this.#waiting.delete(nameOf(value));
    const settled = new Set(values.map(nameOf));
    write(
      this.#owner,
      read(this.#owner).filter((value) => !settled.has(nameOf(value))),
    );
    this.#tell();
  }

  #tell() {
    const unsaved = this.#waiting.size;
    if (unsaved > 0) write(this.#owner, [...this.#waiting.values()]);
    if (unsaved === this.#state.unsaved) return;
    window.removeEventListener('beforeunload', warn);
    if (unsaved > 0) window.addEventListener('beforeunload', warn);
    this.#state = { unsaved };
    for (const listener of this.#listeners) listener();
  }
}

export const line = new Line();

const nameOf = ({ collectionId, recordId, key }: UnsavedValue) =>
  `${collectionId}:${recordId}:${key}`;

const warn = (event: BeforeUnloadEvent) => event.preventDefault();

function read(owner: string): UnsavedValue[] {
  try {
    return JSON.parse(sessionStorage.getItem(`${store}:${owner}`) ?? '[]') as UnsavedValue[];
  } catch {
    return [];
  }
}

function write(owner: string, values: readonly UnsavedValue[]) {
  try {
    if (values.length === 0) sessionStorage.removeItem(`${store}:${owner}`);
    else sessionStorage.setItem(`${store}:${owner}`, JSON.stringify(values));
  } catch {
    // A browser that keeps nothing still has the values in this page, and warns before it leaves.
  }
}
