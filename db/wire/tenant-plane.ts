import { setTimeout as pause } from 'node:timers/promises';
import { databaseConfig, wireFor } from '../client';
import { DbError } from '../errors';
import { forgetPlacement, keptPlacement, type Placement, resolvePlacement } from '../placement';
import {
  type GateSubject,
  holdPlacement,
  idleLimit,
  readGate,
  type UnitSettings,
  writeGate,
} from './gate';
import type { Statement } from './line';
import type { Entry, Mode, Plane } from './plane';

/** The database that holds one tenant's rows, found through its placement. */
export class TenantPlane implements Plane {
  readonly tenantId: string;
  readonly readOnly: boolean;
  readonly #unit: UnitSettings;
  #givenUpAt: number | undefined;
  /** Epoch of the placement that was entered last. */
  #entered: number | undefined;

  constructor(tenantId: string, unit: UnitSettings, readOnly: boolean) {
    this.tenantId = tenantId;
    this.readOnly = readOnly;
    this.#unit = unit;
  }

  get statementTimeoutMs() {
    return this.#unit.statementTimeoutMs;
  }

  entry(): Entry | Promise<Entry> {
    const placement = keptPlacement(this.tenantId);
    return placement ? this.#entryTo(placement) : this.#resolve();
  }

  // A move fences for tens of milliseconds; waiters hold no connection meanwhile.
  async reenter(refused: DbError, attempt: number): Promise<void> {
    forgetPlacement(this.tenantId);
    if (refused.kind !== 'stale') return await this.#wantElsewhere(refused);
    if (attempt > 0) await this.#wait(attempt);
  }

  /** Rejects with what was refused unless the tenant lives somewhere else by now. */
  async #wantElsewhere(refused: DbError) {
    const { epoch } = await resolvePlacement(this.tenantId);
    if (epoch === this.#entered) throw refused;
  }

  async #resolve(): Promise<Entry> {
    for (let attempt = 1; ; attempt++) {
      const placement = await resolvePlacement(this.tenantId);
      if (placement.state === 'active') return this.#entryTo(placement);
      await this.#wait(attempt);
    }
  }

  async #wait(attempt: number) {
    this.#givenUpAt ??= performance.now() + (databaseConfig().fenceWaitMs ?? 5_000);
    if (performance.now() >= this.#givenUpAt) {
      throw new DbError('fenced', 'This tenant is being moved; try again in a moment.');
    }
    await pause(Math.min(200, 10 * 2 ** Math.min(attempt, 6)));
  }

  #entryTo({ connection, databaseName, roleName, tier, epoch }: Placement): Entry {
    const subject: GateSubject = { tenantId: this.tenantId, epoch: String(epoch) };
    this.#entered = epoch;
    return {
      // Whose home it is has its connections alone.
      owner: tier === 'pooled' ? this.tenantId : undefined,
      wire: wireFor({
        login: 'app',
        shard: connection,
        database: databaseName,
        role: tier === 'pooled' ? null : roleName,
      }),
      enter: (mode) => this.#enter(subject, mode),
    };
  }

  #enter(
    subject: GateSubject,
    { access, interactive, isolationLevel, ...mode }: Mode,
  ): Statement[] {
    if (access === 'read') {
      const { statementTimeoutMs: most } = this.#unit;
      const statementTimeoutMs = Math.min(most, mode.patienceMs ?? most);
      return readGate(subject, { ...this.#unit, statementTimeoutMs }, mode.isFirst);
    }
    const gate = writeGate(subject, this.#unit);
    if (!interactive) return gate;
    if (isolationLevel && isolationLevel !== 'read committed') gate.push(holdPlacement(subject));
    gate.push(idleLimit(2 * this.#unit.statementTimeoutMs));
    return gate;
  }
}
