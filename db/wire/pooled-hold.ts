import type { ClientLine } from './client-line';
import type { HeldLine, LineStatus, Statement } from './line';
import { timed } from './spent';

/** A connection of a pool for as long as one transaction has it. */
export class PooledHold implements HeldLine {
  readonly #line: ClientLine;
  readonly #giveBack: () => void;
  #released = false;

  constructor(line: ClientLine, giveBack: () => void) {
    this.#line = line;
    this.#giveBack = giveBack;
  }

  get status(): LineStatus {
    return this.#line.broken ? 'E' : this.#line.status;
  }

  run(statements: readonly Statement[], limitMs?: number) {
    return timed(() => this.#line.run(statements, limitMs));
  }

  release() {
    if (this.#released) return;
    this.#released = true;
    this.#giveBack();
  }
}
