import { type DbError, isDbError, mayHaveLeft } from '../errors';
import type { Access } from './access';
import type { Convoy } from './convoy';
import type { Rows, Statement } from './line';
import { endedError, lineLimitMs, type Plane, readOnlyError, unconfirmed } from './plane';
import type { Runner, TransactionOptions } from './runner';
import { Transaction } from './transaction';

/** Runs each call as a batch of its own. Refuses calls after `end`. */
export class Unit implements Runner {
  readonly #plane: Plane;
  /** Goes with others where it only reads and they share their tables. */
  readonly #convoy: Convoy | undefined;
  #open = true;

  constructor(plane: Plane, convoy?: Convoy) {
    this.#plane = plane;
    this.#convoy = convoy;
  }

  get tenantId() {
    return this.#plane.tenantId;
  }

  end() {
    this.#open = false;
  }

  async run(statements: readonly Statement[], access: Access): Promise<Rows[]> {
    this.#check(access);
    const together = access === 'read' ? await this.#withOthers(statements) : undefined;
    if (together) return together;
    const limitMs = lineLimitMs(this.#plane, statements.length);
    for (let attempt = 0; ; attempt++) {
      const found = this.#plane.entry();
      const entry = found instanceof Promise ? await found : found;
      const gate = entry.enter({ access, interactive: false });
      try {
        const ask = () => entry.wire.run([...gate, ...statements], limitMs, entry.owner);
        const results = await (this.#convoy?.askAlone(ask) ?? ask());
        return results.slice(gate.length);
      } catch (error) {
        await this.#recover(error, access, attempt);
      }
    }
  }

  /** Undefined where it has to go alone. */
  async #withOthers(statements: readonly Statement[]): Promise<Rows[] | undefined> {
    const convoy = this.#convoy;
    if (!convoy) return undefined;
    const { wire, owner, enter } = await this.#plane.entry();
    // Whose tables are its own has nobody to go with.
    if (owner === undefined) return undefined;
    const { patienceMs } = convoy;
    const gate = (isFirst: boolean) =>
      enter({ access: 'read', interactive: false, patienceMs, isFirst });
    const results = await convoy.ask({ wire, gate, statements, owner });
    this.#check('read');
    return results;
  }

  async transaction<T>(
    work: (runner: Runner) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    this.#check('read');
    const transaction = new Transaction(this.#plane, options, () => this.#check('read'));
    return await transaction.perform(work);
  }

  #check(access: Access) {
    if (!this.#open) throw endedError();
    if (access === 'write' && this.#plane.readOnly) throw readOnlyError();
  }

  async #recover(error: unknown, access: Access, attempt: number) {
    if (!isDbError(error)) throw error;
    if (error.kind === 'stale' || mayHaveLeft(error)) {
      return await this.#plane.reenter(error, attempt);
    }
    if (!error.lost) throw error as DbError;
    if (access === 'read' && attempt === 0) return;
    throw access === 'write' ? unconfirmed(error) : error;
  }
}
