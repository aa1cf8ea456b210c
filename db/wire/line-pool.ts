import { DbError } from '../errors';
import type { ClientLine } from './client-line';
import { inTime } from './in-time';
import type { HeldLine, Rows, Statement, Wire } from './line';
import type { BudgetMember, LineBudget } from './line-budget';
import { PooledHold } from './pooled-hold';
import { timed, untimed } from './spent';

export interface LinePoolOptions {
  /** Connections of this pool. */
  max: number;
  /** An idle connection is closed after this long. */
  idleMs: number;
  /** A connection is replaced after this long or this many uses: its memory grows with tables seen. */
  lifetimeMs: number;
  maxUses: number;
  /** How long a caller waits for a connection. */
  acquireMs: number;
  /** Callers that may wait at once; more are refused at once. */
  maxWaiting: number;
  /** The shard it connects to; the control database's own server is nobody's share. */
  server?: string | undefined;
}

/** Uses after which a pool that has one line hands its place to others who wait for any. */
const usesInTurn = 8;

/** Part of the connections, and of those who wait for one, that may be one tenant's. */
const ownerShare = 0.75;

/** Beyond what the server allows its statements, until a connection that says nothing is given up. */
const answerSlackMs = 10_000;

interface Waiter {
  owner: string | undefined;
  resolve(line: ClientLine): void;
  reject(error: unknown): void;
  timer: NodeJS.Timeout;
}

/** Connections to one database as one role: small, lazy, within the budget of the process. */
export class LinePool implements Wire, BudgetMember {
  readonly server: string | undefined;
  readonly #open: () => Promise<ClientLine>;
  readonly #options: LinePoolOptions;
  readonly #budget: LineBudget;
  readonly #idle: ClientLine[] = [];
  readonly #waiters: Waiter[] = [];
  readonly #lines = new Set<ClientLine>();
  readonly #mostOfOwner: number;
  /** Connections at work, by tenant. */
  readonly #ofOwner = new Map<string, number>();
  #opening = 0;
  #usesInTurn = 0;
  #closed = false;

  constructor(open: () => Promise<ClientLine>, options: LinePoolOptions, budget: LineBudget) {
    this.#open = open;
    this.#options = options;
    this.#budget = budget;
    this.server = options.server;
    this.#mostOfOwner = Math.max(1, Math.ceil(options.max * ownerShare));
  }

  /** Open, idle and waiting counts, for metrics. */
  get figures() {
    return {
      open: this.#lines.size + this.#opening,
      idle: this.#idle.length,
      waiting: this.#waiters.length,
    };
  }

  async run(statements: readonly Statement[], limitMs?: number, owner?: string): Promise<Rows[]> {
    const line = this.#lend(owner) ?? (await untimed(() => this.#wait(owner)));
    try {
      return await timed(() => line.run(statements, limitMs));
    } finally {
      this.#release(line, owner);
    }
  }

  async tryRun(
    statements: readonly Statement[],
    patienceMs: number,
    owner?: string,
  ): Promise<Rows[]> {
    const line = this.#lend(owner) ?? (await untimed(() => this.#wait(owner)));
    const asked = line
      .run(statements, statements.length * patienceMs + answerSlackMs)
      .finally(() => this.#release(line, owner));
    return await timed(() => inTime(() => asked, patienceMs));
  }

  async hold(owner?: string): Promise<HeldLine> {
    const line = this.#lend(owner) ?? (await untimed(() => this.#wait(owner)));
    return new PooledHold(line, () => this.#release(line, owner));
  }

  shed(): boolean {
    const [line] = this.#idle;
    if (!line || this.#nextWaiter()) return false;
    this.#drop(line);
    return true;
  }

  /** Gives up every line at once, those at work too, and refuses who waits: the server is gone. */
  cut() {
    for (const line of [...this.#lines]) {
      line.destroy();
      this.#forget(line);
    }
    this.#refuseAll('The server of this database does not answer.');
  }

  pump() {
    for (;;) {
      const waiter = this.#nextWaiter();
      if (!waiter) return;
      const line = this.#lend(waiter.owner);
      if (line) {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        clearTimeout(waiter.timer);
        waiter.resolve(line);
        continue;
      }
      if (this.#opening >= this.#waiters.length) return;
      if (this.#lines.size + this.#opening >= this.#options.max) return;
      if (!this.#budget.take(this)) return;
      void this.#connect();
    }
  }

  /** Closes idle lines whose time is over. Returns whether the pool still holds any line. */
  reap(now = performance.now()): boolean {
    const { idleMs, lifetimeMs } = this.#options;
    for (const line of [...this.#idle]) {
      if (now - line.usedAt > idleMs || now - line.openedAt > lifetimeMs) this.#drop(line);
    }
    return this.#lines.size + this.#opening + this.#waiters.length > 0;
  }

  async close() {
    this.#closed = true;
    this.#refuseAll('The database connections are being closed.');
    const lines = [...this.#lines];
    this.#idle.length = 0;
    this.#lines.clear();
    this.#budget.leave(this);
    await Promise.all(lines.map((line) => line.close()));
    for (const _ of lines) this.#budget.give(this);
  }

  #refuseAll(message: string) {
    for (const waiter of this.#waiters.splice(0)) {
      clearTimeout(waiter.timer);
      waiter.reject(new DbError('unavailable', message));
    }
  }

  /** An idle connection, if there is one and the tenant has not its part at work already. */
  #lend(owner: string | undefined): ClientLine | undefined {
    if (owner === undefined) return this.#takeIdle();
    const held = this.#ofOwner.get(owner) ?? 0;
    const line = held < this.#mostOfOwner ? this.#takeIdle() : undefined;
    if (line) this.#ofOwner.set(owner, held + 1);
    return line;
  }

  #giveBack(owner: string | undefined) {
    if (owner === undefined) return;
    const held = this.#ofOwner.get(owner) ?? 0;
    if (held > 1) this.#ofOwner.set(owner, held - 1);
    else this.#ofOwner.delete(owner);
  }

  /** Whose tenant has least at work, and of those who waits for longest. */
  #nextWaiter(): Waiter | undefined {
    let next: Waiter | undefined;
    let least = this.#mostOfOwner;
    for (const waiter of this.#waiters) {
      const held = waiter.owner === undefined ? 0 : (this.#ofOwner.get(waiter.owner) ?? 0);
      if (held === 0) return waiter;
      if (held >= least) continue;
      least = held;
      next = waiter;
    }
    return next;
  }

  #takeIdle(): ClientLine | undefined {
    for (;;) {
      const line = this.#idle.pop();
      if (this.#idle.length === 0) this.#budget.busy(this);
      if (!line?.broken) return line;
      this.#drop(line);
    }
  }

  #wait(owner: string | undefined): Promise<ClientLine> {
    const { maxWaiting, acquireMs } = this.#options;
    const full =
      this.#waiters.length >= maxWaiting || this.#waitingOf(owner) >= maxWaiting * ownerShare;
    if (this.#closed || full) {
      return Promise.reject(new DbError('unavailable', 'Too many requests wait for the database.'));
    }
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        owner,
        resolve,
        reject,
        timer: setTimeout(() => {
          this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
          reject(new DbError('unavailable', `No database connection within ${acquireMs} ms.`));
        }, acquireMs),
      };
      this.#waiters.push(waiter);
      this.pump();
    });
  }

  /** So that one tenant does not take all the room there is to wait in. */
  #waitingOf(owner: string | undefined): number {
    if (owner === undefined) return 0;
    return this.#waiters.filter((waiter) => waiter.owner === owner).length;
  }

  async #connect() {
    this.#opening += 1;
    try {
      const line = await this.#open();
      this.#opening -= 1;
      if (this.#closed) {
        return void line.close().finally(() => this.#budget.give(this));
      }
      this.#lines.add(line);
      line.onBroken = () => this.#forget(line);
      this.#idle.push(line);
    } catch (error) {
      this.#opening -= 1;
      this.#budget.give(this);
      const waiter = this.#waiters.shift();
      clearTimeout(waiter?.timer);
      waiter?.reject(error);
    }
    this.pump();
    if (this.#idle.length > 0) this.#budget.rest(this);
  }

  #release(line: ClientLine, owner: string | undefined) {
    this.#giveBack(owner);
    line.usedAt = performance.now();
    line.uses += 1;
    const { lifetimeMs, maxUses } = this.#options;
    const spent = line.uses >= maxUses || line.usedAt - line.openedAt > lifetimeMs;
    if (!this.#lines.has(line)) return;
    if (line.broken || spent || line.status !== 'I' || this.#turnIsOver()) this.#drop(line);
    else this.#idle.push(line);
    if (this.#waiters.length > 0) this.pump();
    if (this.#idle.length > 0) this.#budget.rest(this);
  }

  // Without this a pool that is always busy would keep its lines while others get none.
  #turnIsOver(): boolean {
    if (this.#waiters.length === 0 || !this.#budget.isWanted(this)) return false;
    this.#usesInTurn += 1;
    if (this.#lines.size === 1 && this.#usesInTurn < usesInTurn) return false;
    this.#usesInTurn = 0;
    return true;
  }

  // The place is free when the connection is, so that the cap holds on the server too.
  #drop(line: ClientLine) {
    if (!this.#lines.delete(line)) return;
    const index = this.#idle.indexOf(line);
    if (index >= 0) this.#idle.splice(index, 1);
    if (this.#idle.length === 0) this.#budget.busy(this);
    if (line.status === 'I' && !line.broken) {
      void line.close().finally(() => this.#budget.give(this));
    } else {
      line.destroy();
      this.#budget.give(this);
    }
  }

  // A line that broke while leased is dropped at its release.
  #forget(line: ClientLine) {
    if (this.#idle.includes(line)) this.#drop(line);
  }
}
