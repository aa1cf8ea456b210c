import { v7 as uuidv7 } from 'uuid';
import { type ControlDb, controlSchema } from './control';
import { DbError } from './errors';
import type { StaffScope } from './scope';
import { ControlPlane, unitSettings } from './wire/control-plane';
import type { Statement } from './wire/line';
import { perform, type UnitOptions } from './wire/perform';
import { Unit } from './wire/unit';

/**
 * Control-plane rows of every tenant, for a member of staff with a reason. The whole unit is one
 * transaction that begins by recording the reason; a unit that fails is recorded all the same.
 * Throws `DbError('value')` for an empty reason.
 */
export async function withPlatform<T>(
  scope: StaffScope,
  reason: string,
  work: (db: ControlDb) => Promise<T>,
  options: Omit<UnitOptions, 'write' | 'readOnly'> = {},
): Promise<T> {
  if (!reason.trim()) throw new DbError('value', 'Access across tenants needs a reason.');
  const record = recordOf(scope, reason.trim());
  try {
    return await perform(controlSchema, planeOf(scope, options, [record]), {
      work,
      options: { ...options, write: true },
    });
  } catch (error) {
    // Rows may have been seen before the roll-back took the entry with it.
    await new Unit(planeOf(scope, options, [])).run([record], 'write').catch(() => undefined);
    throw error;
  }
}

const planeOf = (scope: StaffScope, options: UnitOptions, opening: Statement[]) =>
  new ControlPlane({
    login: 'platform',
    settings: { 'app.staff': scope.staffId },
    unit: unitSettings(
      { actorId: scope.staffId, requestId: scope.requestId },
      options.statementTimeoutMs,
    ),
    opening,
  });

const recordOf = (scope: StaffScope, reason: string): Statement => ({
  text: `insert into control.platform_access (id, staff_id, reason, request_id) values ($1, $2, $3, $4)`,
  values: [uuidv7(), scope.staffId, reason, scope.requestId],
  silent: true,
});
