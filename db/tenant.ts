import * as tables from './schema/tenant';
import type { TenantScope, UserScope } from './scope';
import type { WireDb } from './wire/database';
import { hotOver } from './wire/hot';
import type { UnitOptions } from './wire/perform';
import { type Fanned, TenantKernel } from './wire/tenant-kernel';

export type TenantSchema = typeof tables;

/**
 * A Drizzle handle of one tenant. The tenant predicate is added to every builder and relational
 * query, and `tenant_id` filled on insert: callers never type either.
 */
export type TenantDb = WireDb<TenantSchema>;

const tenantKernel = new TenantKernel<TenantSchema>(tables);

/**
 * The one way to a tenant's rows. Each awaited query is one round trip and one transaction;
 * `db.batch([...])` puts several into one; `db.transaction(...)` is interactive. A move in progress
 * is waited for. Throws `DbError`.
 */
export const withTenant = <T>(
  scope: TenantScope,
  work: (db: TenantDb) => Promise<T>,
  options?: UnitOptions,
): Promise<T> => tenantKernel.withTenant(scope, work, options);

/**
 * Reads from each tenant the signed-in person belongs to: at most 50, four at a time, in the order
 * of their names. A tenant that cannot be read is a failure in the answer, not an exception.
 * @public
 */
export const withTenants = <T>(
  scope: UserScope,
  work: (db: TenantDb, tenantId: string) => Promise<T>,
): Promise<Fanned<T>> => tenantKernel.withTenants(scope, work);

/**
 * Builds a tenant query once per process: `hot<{ id: string }>()((db) => db.select()...)`.
 * @public
 */
export const hot = hotOver(() => tenantKernel.schema);
