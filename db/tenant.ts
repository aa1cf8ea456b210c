import * as tables from './schema/tenant';
import type { TenantScope, UserScope } from './scope';
import type { WireDb } from './wire/database';
import type { Fanned, Listed } from './wire/fan';
import { hotOver, shapedOver } from './wire/hot';
import type { UnitOptions } from './wire/perform';
import { TenantKernel } from './wire/tenant-kernel';

export { asked, inStep, type Steps } from './wire/in-step';

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
 * Reads from each active tenant that a person's session leads to: at most 50, four at a time, the
 * session's own first and the others in the order of their names. `work` gets each as
 * `control.tenants_open_to` tells it, and reads nothing where it asks nothing. A tenant that cannot be
 * read, or takes two seconds, is a failure in the answer, not an exception; after five seconds nobody
 * is waited for. Throws `DbError` when the list itself cannot be read.
 */
export const withTenants = <L extends Listed, T>(
  scope: UserScope,
  work: (db: TenantDb, tenant: L) => Promise<T>,
): Promise<Fanned<L, T>> => tenantKernel.withTenants(scope, work);

/**
 * Builds a tenant query once per process: `hot<{ id: string }>()((db) => db.select()...)`.
 * @public
 */
export const hot = hotOver(() => tenantKernel.schema);

/** The same for a query of several forms, built once for each: see `shapedOver`. */
export const shaped = shapedOver(() => tenantKernel.schema);
