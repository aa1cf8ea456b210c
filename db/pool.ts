import { type ControlDb, controlSchema } from './control';
import type { PoolScope } from './scope';
import { ControlPlane, unitSettings } from './wire/control-plane';
import { perform, type UnitOptions } from './wire/perform';

/**
 * Rows of one identity pool (users, credentials, logins, sessions), under row security; with a
 * tenant in the scope its control rows too. Units as in `withControl`. Throws `DbError`.
 */
export async function withPool<T>(
  scope: PoolScope,
  work: (db: ControlDb) => Promise<T>,
  options: UnitOptions = {},
): Promise<T> {
  const plane = new ControlPlane({
    login: 'app',
    settings: { 'app.pool': scope.poolId, 'app.tenant': scope.tenantId },
    unit: unitSettings(scope, options.statementTimeoutMs),
    readOnly: options.readOnly,
  });
  return await perform(controlSchema, plane, { work, options });
}
