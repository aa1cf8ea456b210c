import { sql } from 'drizzle-orm';
import { lookUp } from '../control';
import { mintTenantScope, type TenantScope, type UserScope } from '../scope';
import { unitSettings } from './control-plane';
import { type WireDb, WireSchema } from './database';
import { TenantDialect } from './dialect';
import { perform, type UnitOptions } from './perform';
import { TenantPlane } from './tenant-plane';

type Schema = Record<string, unknown>;

/** What `withTenants` answers: what could be read, and what could not. */
export interface Fanned<T> {
  results: { tenantId: string; value: T }[];
  failures: { tenantId: string; error: unknown }[];
  /** True when the person belongs to more tenants than were asked. */
  truncated: boolean;
}

const maxTenants = 50;
const parallel = 4;

/** The ways to tenant rows over one schema. The product's are in `db/tenant.ts`. */
export class TenantKernel<S extends Schema> {
  readonly schema: WireSchema<S>;

  constructor(tables: S) {
    this.schema = new WireSchema(tables, new TenantDialect());
  }

  async withTenant<T>(
    scope: TenantScope,
    work: (db: WireDb<S>) => Promise<T>,
    options: UnitOptions = {},
  ): Promise<T> {
    const unit = unitSettings(scope, options.statementTimeoutMs);
    const plane = new TenantPlane(scope.tenantId, unit, options.readOnly ?? false);
    return await perform(this.schema, plane, { work, options });
  }

  async withTenants<T>(
    scope: UserScope,
    work: (db: WireDb<S>, tenantId: string) => Promise<T>,
  ): Promise<Fanned<T>> {
    const found = await tenantsOf(scope.userId);
    const waiting = found.slice(0, maxTenants);
    const settled = new Map<string, { value: T } | { error: unknown }>();
    const next = async (): Promise<void> => {
      const tenantId = waiting.shift();
      if (!tenantId) return;
      settled.set(tenantId, await this.#readOne(tenantId, scope, work));
      await next();
    };
    await Promise.all(Array.from({ length: parallel }, next));
    return sorted(found, settled);
  }

  async #readOne<T>(
    tenantId: string,
    { userId: actorId, requestId }: UserScope,
    work: (db: WireDb<S>, tenantId: string) => Promise<T>,
  ): Promise<{ value: T } | { error: unknown }> {
    try {
      const scope = mintTenantScope({ tenantId, actorId, requestId });
      const value = await this.withTenant(scope, (db) => work(db, tenantId), { readOnly: true });
      return { value };
    } catch (error) {
      return { error };
    }
  }
}

async function tenantsOf(userId: string): Promise<string[]> {
  const [row] = await lookUp<{ tenants: { id: string }[] }>(
    sql`select control.tenants_of_user(${userId}::uuid) as tenants`,
  );
  return row?.tenants.map(({ id }) => id) ?? [];
}

function sorted<T>(found: string[], settled: Map<string, { value: T } | { error: unknown }>) {
  const fanned: Fanned<T> = { results: [], failures: [], truncated: found.length > maxTenants };
  for (const tenantId of found) {
    const outcome = settled.get(tenantId);
    if (!outcome) continue;
    if ('value' in outcome) fanned.results.push({ tenantId, value: outcome.value });
    else fanned.failures.push({ tenantId, error: outcome.error });
  }
  return fanned;
}
