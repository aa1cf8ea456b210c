/** An act that can be taken back: `undo` answers the act that does it again, or why it did not work. */
export interface Act {
  undo(): Promise<Act | { error: string }>;
}

const most = 100;

/** What was done, the last first, and what was taken back since; each act is one step. */
export class UndoStack {
  #done: Act[] = [];
  #undone: Act[] = [];
  /** Steps follow each other, however fast the keys come. */
  #turn: Promise<unknown> = Promise.resolve();

  /** Says that an act is under way, so that taking back waits until it is known. */
  await(outcome: Promise<unknown>) {
    this.#turn = Promise.allSettled([this.#turn, outcome]);
  }

  push(act: Act) {
    this.#done = [...this.#done, act].slice(-most);
    this.#undone = [];
  }

  /** Takes the last act back, or the named one. Answers why not, or nothing. */
  undo(act?: Act): Promise<string | undefined> {
    return this.#inTurn(async () => {
      const one = act ?? this.#done.at(-1);
      if (!one || !this.#done.includes(one)) return undefined;
      this.#done = this.#done.filter((other) => other !== one);
      return await this.#turnBack(one, this.#undone);
    });
  }

  redo(): Promise<string | undefined> {
    return this.#inTurn(async () => {
      const act = this.#undone.pop();
      return act ? await this.#turnBack(act, this.#done) : undefined;
    });
  }

  async #turnBack(act: Act, onto: Act[]) {
    const outcome = await act.undo();
    if ('error' in outcome) return outcome.error;
    onto.push(outcome);
    return undefined;
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(step);
    this.#turn = next.catch(() => undefined);
    return next;
  }
}
