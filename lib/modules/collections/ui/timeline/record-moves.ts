import type { RecordShape } from '../../records/shapes';
import type { ApiAnswer } from '../data/api';
import { type Values, withValues } from './spans';

/** Steps by key that come faster than this one after another are one change, milliseconds. */
const pause = 400;

interface Held {
  /** The record as the server has it. */
  before: RecordShape;
  values: Values;
  timer: ReturnType<typeof setTimeout>;
  /** Says that the outcome is known. */
  settle: () => void;
}

export interface MoveActs {
  /** Told of a change that begins, with what is kept once its outcome is known. */
  begun(outcome: Promise<void>): void;
  /** Shows a record as it is to be, or as it is again. */
  show(record: RecordShape): void;
  send(record: RecordShape, values: Values): Promise<ApiAnswer<RecordShape>>;
  /** Told of the outcome once nothing more of it is on the way. */
  done(answer: ApiAnswer<RecordShape>, record: RecordShape): void;
}

/** Records on their way to other days: shown at once, sent one after another, quick steps together. */
export class RecordMoves {
  readonly #acts: () => MoveActs;
  #held = new Map<string, Held>();
  #turn: Promise<unknown> = Promise.resolve();
  #sending = 0;

  constructor(acts: () => MoveActs) {
    this.#acts = acts;
  }

  /** True while what is shown is not yet what the server has. */
  get busy(): boolean {
    return this.#held.size > 0 || this.#sending > 0;
  }

  /** Writes values of a record, after a pause in which more may come. */
  write(record: RecordShape, values: Values) {
    const held = this.#held.get(record.id);
    clearTimeout(held?.timer);
    this.#held.set(record.id, {
      before: held?.before ?? record,
      values: { ...held?.values, ...values },
      timer: setTimeout(() => this.#send(record.id), pause),
      settle: held?.settle ?? this.#begin(),
    });
    this.#acts().show(withValues(record, values));
  }

  /** Sends what still waits. */
  flush() {
    for (const id of [...this.#held.keys()]) this.#send(id);
  }

  #begin() {
    let settle = () => {};
    const outcome = new Promise<void>((resolve) => {
      settle = resolve;
    });
    this.#acts().begun(outcome);
    return settle;
  }

  #send(id: string) {
    const held = this.#held.get(id);
    if (!held) return;
    clearTimeout(held.timer);
    this.#held.delete(id);
    this.#sending += 1;
    this.#turn = this.#turn.then(async () => {
      const answer = await this.#acts().send(held.before, held.values);
      this.#sending -= 1;
      const now = answer.ok ? answer.data : held.before;
      const more = this.#held.get(id);
      // Steps that came meanwhile begin from what the server has by now.
      if (more) this.#held.set(id, { ...more, before: now });
      else this.#acts().show(now);
      this.#acts().done(answer, withValues(held.before, held.values));
      held.settle();
    });
  }
}
