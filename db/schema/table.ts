import { sql } from 'drizzle-orm';
import {
  type PgColumnBuilderBase,
  type PgTableExtraConfigValue,
  pgSchema,
  pgTable,
  primaryKey,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';

/** The one Postgres schema of control-plane tables. Tenant-plane tables are named without a schema. */
export const control = pgSchema('control');

const keyColumns = () => ({
  tenantId: uuid('tenant_id').notNull().default(sql`current_setting('app.tenant')::uuid`),
  id: uuid('id').notNull().$defaultFn(uuidv7),
});

type Key = ReturnType<typeof keyColumns>;
type Columns = Record<string, PgColumnBuilderBase>;
type Extra<C extends Columns> = NonNullable<
  Parameters<typeof pgTable<string, C & Key>>[2] extends infer F
    ? F extends (self: infer S) => unknown
      ? (self: S) => PgTableExtraConfigValue[]
      : never
    : never
>;

/**
 * Declares a table of the tenant plane: keyed by (tenant_id, id), id a UUIDv7 made in the app.
 * Policies, grants and the change-log trigger are generated for it at migration.
 */
export function tenantTable<N extends string, C extends Columns>(
  name: N,
  columns: C,
  extra?: Extra<C>,
) {
  return pgTable(name, { ...keyColumns(), ...columns } as C & Key, (self) => [
    primaryKey({ columns: [self.tenantId, self.id] as never }),
    ...(extra ? extra(self as never) : []),
  ]);
}

/** Declares a control-plane table whose rows belong to one tenant; same key and policy as above. */
export function controlTenantTable<N extends string, C extends Columns>(
  name: N,
  columns: C,
  extra?: Extra<C>,
) {
  return control.table(name, { ...keyColumns(), ...columns } as C & Key, (self) => [
    primaryKey({ columns: [self.tenantId, self.id] as never }),
    ...(extra ? extra(self as never) : []),
  ]);
}

/** A point in time, microsecond precision, read as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const createdAt = () => instant('created_at').notNull().defaultNow();

/** Primary key of a table that does not belong to one tenant. */
export const plainId = () => uuid('id').primaryKey().$defaultFn(uuidv7);
