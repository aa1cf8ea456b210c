import { databaseConfig, type WireTarget, wireFor } from '../client';
import type { DbError } from '../errors';
import { controlGate, idleLimit, type UnitSettings } from './gate';
import type { Statement } from './line';
import type { Entry, Mode, Plane } from './plane';

export interface ControlPlaneOptions {
  login: WireTarget['login'];
  /** Settings that the policies read, such as `app.tenant`; null ones are left unset. */
  settings: Record<string, string | null>;
  unit: UnitSettings;
  readOnly?: boolean;
  /** Statements that belong to the entry itself, run in the same transaction. */
  opening?: readonly Statement[];
}

/** The control database: no placement, so no epoch and no fence. */
export class ControlPlane implements Plane {
  readonly tenantId = undefined;
  readonly #options: ControlPlaneOptions;

  constructor(options: ControlPlaneOptions) {
    this.#options = options;
  }

  get statementTimeoutMs() {
    return this.#options.unit.statementTimeoutMs;
  }

  get readOnly() {
    return this.#options.readOnly ?? false;
  }

  entry(): Entry {
    return {
      wire: wireFor({ login: this.#options.login }),
      owner: this.#options.settings['app.tenant'] ?? undefined,
      enter: (mode) => this.#enter(mode),
    };
  }

  reenter(refused: DbError): Promise<void> {
    return Promise.reject(refused);
  }

  #enter({ access, interactive }: Mode): Statement[] {
    const { settings, unit, opening = [] } = this.#options;
    const gate = controlGate(settings, unit, access === 'read' && opening.length === 0);
    if (interactive) gate.push(idleLimit(2 * unit.statementTimeoutMs));
    return [...gate, ...opening];
  }
}

/** Limits from the configuration, with who acts. */
export function unitSettings(
  scope: { actorId: string | null; requestId: string },
  statementTimeoutMs?: number,
): UnitSettings {
  const config = databaseConfig();
  return {
    actorId: scope.actorId,
    requestId: scope.requestId,
    statementTimeoutMs: statementTimeoutMs ?? config.statementTimeoutMs ?? 15_000,
    lockTimeoutMs: config.lockTimeoutMs ?? 5_000,
  };
}
