import type { SQL } from 'drizzle-orm';
import * as tables from './schema/control';
import type { ControlScope } from './scope';
import type { Access } from './wire/access';
import { ControlPlane, unitSettings } from './wire/control-plane';
import { type WireDb, WireSchema } from './wire/database';
import { WireDialect } from './wire/dialect';
import { toObjects } from './wire/line';
import { perform, type UnitOptions } from './wire/perform';
import { Unit } from './wire/unit';

export type ControlSchema = typeof tables;
export type ControlDb = WireDb<ControlSchema>;

const dialect = new WireDialect();

export const controlSchema = new WireSchema<ControlSchema>(tables, dialect);

/**
 * Control-plane rows of one tenant, under row security. Each awaited query is one round trip and one
 * transaction; `{ write: true }` makes the whole unit one transaction. Throws `DbError`.
 */
export async function withControl<T>(
  scope: ControlScope,
  work: (db: ControlDb) => Promise<T>,
  options: UnitOptions = {},
): Promise<T> {
  const plane = new ControlPlane({
    login: 'app',
    settings: { 'app.tenant': scope.tenantId },
    unit: unitSettings(scope, options.statementTimeoutMs),
    readOnly: options.readOnly,
  });
  return await perform(controlSchema, plane, { work, options });
}

/**
 * One statement on the control database with neither tenant nor user in scope: only the narrow
 * look-up functions answer. Rows come keyed by column name. Throws `DbError`.
 */
export async function lookUp<T extends Record<string, unknown>>(
  statement: SQL,
  access: Access = 'read',
  statementTimeoutMs?: number,
): Promise<T[]> {
  const unit = unitSettings({ actorId: null, requestId: '' }, statementTimeoutMs);
  const runner = new Unit(new ControlPlane({ login: 'app', settings: {}, unit }));
  const { sql: text, params: values } = dialect.sqlToQuery(statement);
  const [result] = await runner.run([{ text, values }], access);
  return result ? (toObjects(result) as T[]) : [];
}
