import { DbError, isDbError, mayHaveLeft } from '../errors';
import type { Access } from './access';
import type { HeldLine, Rows, Statement } from './line';
import {
  endedError,
  isForgottenPlan,
  lineLimitMs,
  type Plane,
  readOnlyError,
  unconfirmed,
} from './plane';
import type { Runner, TransactionOptions } from './runner';

const command = (text: string): Statement => ({ text, values: [], silent: true });

const swallowed = () =>
  new DbError('aborted', 'A failed statement was passed over, so the transaction is rolled back.');

/**
 * An interactive transaction. BEGIN and enter ride with the first statement, a savepoint with the
 * first statement inside it, so n statements cost n + 1 round trips.
 */
export class Transaction {
  readonly plane: Plane;
  readonly #options: TransactionOptions;
  readonly #check: () => void;
  #line: HeldLine | undefined;
  #prefix: Statement[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  constructor(plane: Plane, options: TransactionOptions, check: () => void) {
    this.plane = plane;
    this.#options = options;
    this.#check = check;
  }

  /** Runs work and commits; rolls back when it throws or when it swallowed a database error. */
  async perform<T>(work: (runner: Runner) => Promise<T>): Promise<T> {
    const level = new Level(this, 0);
    try {
      const result = await work(level).finally(() => level.end());
      await this.#enqueue(() => this.#commit());
      return result;
    } catch (error) {
      await this.#enqueue(() => this.#rollback());
      throw error;
    } finally {
      this.#line?.release();
    }
  }

  run(statements: readonly Statement[], access: Access): Promise<Rows[]> {
    return this.#enqueue(async () => {
      this.#check();
      if (access === 'write' && this.#readOnly) throw readOnlyError();
      return this.#line ? await this.#send(this.#line, statements) : await this.#begin(statements);
    });
  }

  async savepoint<T>(depth: number, work: () => Promise<T>): Promise<T> {
    const name = `sp_${depth}`;
    const opening = command(`savepoint ${name}`);
    await this.#enqueue(async () => this.#prefix.push(opening));
    try {
      const result = await work();
      await this.#enqueue(async () => {
        if (this.#line?.status === 'E') throw swallowed();
        if (!this.#unsent(opening)) this.#prefix.push(command(`release savepoint ${name}`));
      });
      return result;
    } catch (error) {
      await this.#enqueue(async () => {
        if (this.#unsent(opening)) return;
        this.#prefix = [];
        await this.#line?.run([command(`rollback to ${name}`)]).catch(() => undefined);
      });
      throw error;
    }
  }

  get #readOnly() {
    return this.plane.readOnly || this.#options.accessMode === 'read only';
  }

  // One connection answers one batch at a time; queries awaited together take turns.
  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(task);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #begin(statements: readonly Statement[]): Promise<Rows[]> {
    for (let attempt = 0; ; attempt++) {
      const entry = await this.plane.entry();
      let line: HeldLine | undefined;
      const access = this.#readOnly ? 'read' : 'write';
      const { isolationLevel } = this.#options;
      const enter = entry.enter({ access, interactive: true, isolationLevel });
      const opening = [this.#beginCommand(), ...enter, ...this.#prefix];
      try {
        const held = await entry.wire.hold(entry.owner);
        line = held;
        const results = await held.run([...opening, ...statements], this.#limitMs(statements));
        this.#line = line;
        this.#prefix = [];
        return results.slice(opening.length);
      } catch (error) {
        await this.#restart(line, error, attempt);
      }
    }
  }

  #beginCommand() {
    const { isolationLevel } = this.#options;
    const level = isolationLevel ? ` isolation level ${isolationLevel}` : '';
    return command(`begin${level}${this.#readOnly ? ' read only' : ''}`);
  }

  /** Lets the caller begin again on a new entry, or keeps the failed transaction and throws. */
  async #restart(line: HeldLine | undefined, error: unknown, attempt: number) {
    const stale = isDbError(error) && error.kind === 'stale';
    const elsewhere = isDbError(error) && mayHaveLeft(error) && (await this.#hasLeft(error));
    const again = stale || elsewhere || (isForgottenPlan(error) && attempt === 0);
    if (line && line.status !== 'I' && !again) {
      this.#line = line;
      throw error;
    }
    if (line && line.status !== 'I') await line.run([command('rollback')]).catch(() => undefined);
    line?.release();
    if (stale) await this.plane.reenter(error, attempt);
    else if (!elsewhere && !isForgottenPlan(error)) throw error;
  }

  async #hasLeft(refused: DbError): Promise<boolean> {
    return await this.plane.reenter(refused, 0).then(
      () => true,
      () => false,
    );
  }

  async #send(line: HeldLine, statements: readonly Statement[]): Promise<Rows[]> {
    if (line.status === 'I') throw new DbError('aborted', 'The transaction was ended from within.');
    const prefix = this.#prefix;
    this.#prefix = [];
    try {
      const results = await line.run([...prefix, ...statements], this.#limitMs(statements));
      return results.slice(prefix.length);
    } catch (error) {
      // Refused before sending, so the savepoint is still to be sent.
      if (line.status === 'T') this.#prefix = prefix;
      throw error;
    }
  }

  async #commit() {
    const line = this.#line;
    if (!line) return;
    if (line.status !== 'T') throw swallowed();
    try {
      const results = await line.run([...this.#prefix, command('commit')]);
      if (results.at(-1)?.command !== 'COMMIT') throw swallowed();
    } catch (error) {
      if (isDbError(error) && error.lost && !this.#readOnly) throw unconfirmed(error);
      throw error;
    }
  }

  async #rollback() {
    const line = this.#line;
    if (!line || line.status === 'I') return;
    await line.run([command('rollback')]).catch(() => undefined);
  }

  #unsent(statement: Statement): boolean {
    const index = this.#prefix.indexOf(statement);
    if (index < 0) return false;
    this.#prefix.splice(index);
    return true;
  }

  #limitMs(statements: readonly Statement[]) {
    return lineLimitMs(this.plane, statements.length);
  }
}

/** The handle's side of a transaction or of one savepoint in it. */
class Level implements Runner {
  readonly #transaction: Transaction;
  readonly #depth: number;
  #open = true;
  #nested = false;

  constructor(transaction: Transaction, depth: number) {
    this.#transaction = transaction;
    this.#depth = depth;
  }

  get tenantId() {
    return this.#transaction.plane.tenantId;
  }

  end() {
    this.#open = false;
  }

  async run(statements: readonly Statement[], access: Access): Promise<Rows[]> {
    if (!this.#open) throw endedError();
    return await this.#transaction.run(statements, access);
  }

  async transaction<T>(work: (runner: Runner) => Promise<T>): Promise<T> {
    if (!this.#open) throw endedError();
    if (this.#nested) {
      throw new DbError('unsupported', 'Nested transactions of one transaction take turns.');
    }
    this.#nested = true;
    const level = new Level(this.#transaction, this.#depth + 1);
    try {
      return await this.#transaction.savepoint(level.#depth, () =>
        work(level).finally(() => level.end()),
      );
    } finally {
      this.#nested = false;
    }
  }
}
