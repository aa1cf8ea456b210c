/** How much work runs at a time, and how much may wait for it. */
interface Limits {
  atOnce: number;
  mostWaiting: number;
}

/** Work that takes turns within this process, in the order in which it came. */
export class Turns {
  readonly #limits: Limits;
  readonly #tooMany: () => Error;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** `tooMany` makes what is thrown at whoever comes when nobody else may wait. */
  constructor(limits: Limits, tooMany: () => Error) {
    this.#limits = limits;
    this.#tooMany = tooMany;
  }

  get isIdle(): boolean {
    return this.#running === 0;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    const { atOnce, mostWaiting } = this.#limits;
    if (this.#running >= atOnce) {
      if (this.#waiting.length >= mostWaiting) throw this.#tooMany();
      await new Promise<void>((go) => this.#waiting.push(go));
    } else this.#running++;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }
}
