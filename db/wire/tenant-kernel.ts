import { mintTenantScope, type TenantScope, type UserScope } from '../scope';
import { unitSettings } from './control-plane';
import type { Convoy } from './convoy';
import { type WireDb, WireSchema } from './database';
import { TenantDialect } from './dialect';
import {
  type FanLimits,
  type Fanned,
  fanOut,
  type Listed,
  tenantsOpenTo,
  usualLimits,
} from './fan';
import { inTime } from './in-time';
import { perform, type UnitOptions } from './perform';
import { TenantPlane } from './tenant-plane';
import { Unit } from './unit';

type Schema = Record<string, unknown>;

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

  async withTenants<L extends Listed, T>(
    scope: UserScope,
    work: (db: WireDb<S>, tenant: L) => Promise<T>,
    limits: FanLimits = usualLimits,
  ): Promise<Fanned<L, T>> {
    const found = await tenantsOpenTo<L>(scope);
    const ask = async (tenant: L, limitMs: number, convoy: Convoy | undefined) => {
      const { userId: actorId, requestId } = scope;
      const there = mintTenantScope({ tenantId: tenant.id, actorId, requestId });
      const settings = unitSettings(there, Math.max(1, Math.ceil(limitMs)));
      const unit = new Unit(new TenantPlane(there.tenantId, settings, true), convoy);
      try {
        return await inTime(() => work(this.schema.handle(unit), tenant), limitMs);
      } finally {
        // Whoever is late by now asks nothing more.
        unit.end();
      }
    };
    return await fanOut(found, ask, limits);
  }
}
