import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { type ControlDb, withControl } from '@/db/control';
import { withPool } from '@/db/pool';
import { brandings, tenants } from '@/db/schema/control';
import { mintControlScope, mintPoolScope } from '@/db/scope';
import type { CopyOpener } from '@/lib/archives/copy';
import { AppError } from '@/lib/errors';
import { findActiveMembership, joinTenant } from '@/lib/identity/memberships';
import { BrandTokens } from '@/lib/tenancy/branding/tokens';
import { housed } from '@/lib/tenancy/housed';
import { type NewTenantFacts, openTenant } from '@/lib/tenancy/provisioning';

const control = (tenantId: string) =>
  mintControlScope({ tenantId, actorId: null, requestId: uuidv7() });

/** Opens and closes tenants for the operator, through the same provisioning as everybody. */
export const copyOpener: CopyOpener = {
  open: async ({ copyId: tenantId, sourceId, slug, name, ownerId }) => {
    const source = await sourceOf(sourceId);
    await requireMember(sourceId, ownerId);
    const { poolId, locale, timeZone } = source;
    const scope = mintPoolScope({ tenantId, poolId, actorId: null, requestId: uuidv7() });
    const brand = BrandTokens.parse({ ...source.tokens, logoPath: undefined, name });
    const begun = await withPool(scope, (db) =>
      db.select({ status: tenants.status }).from(tenants).where(eq(tenants.id, tenantId)),
    );
    if (begun[0]) return begun[0].status === 'active' ? 'ready' : 'empty';
    return await housed({ tier: 'pooled', tenantId }, ({ place }) => {
      const facts = { tenantId, poolId, slug, name, locale, timeZone, brand, place };
      return withPool(scope, (db) => openFor(db, facts, ownerId), { write: true });
    });
  },
  makeReady: async (tenantId) => {
    await withControl(
      control(tenantId),
      (db) =>
        db
          .update(tenants)
          .set({ status: 'active', statusReason: null })
          .where(eq(tenants.id, tenantId)),
      { write: true },
    );
  },
};

async function openFor(db: ControlDb, facts: NewTenantFacts, ownerId: string): Promise<'empty'> {
  const roleIds = await openTenant(db, facts, null);
  await joinTenant(db, { userId: ownerId, roleId: roleIds.admin, seatLimit: null });
  const closed = { status: 'suspended', statusReason: 'A backup is being restored.' } as const;
  await db
    .update(tenants)
    .set({ ownerId, ...closed })
    .where(eq(tenants.id, facts.tenantId));
  return 'empty';
}

/** Who was shown out while the copy waited does not get it. */
async function requireMember(tenantId: string, userId: string) {
  const found = await withControl(control(tenantId), (db) => findActiveMembership(db, userId));
  if (!found) throw new AppError('precondition', 'Who asked for the copy is no longer a member.');
}

async function sourceOf(tenantId: string) {
  return await withControl(control(tenantId), async (db) => {
    const [facts] = await db
      .select({ poolId: tenants.poolId, locale: tenants.locale, timeZone: tenants.timeZone })
      .from(tenants)
      .where(eq(tenants.id, tenantId));
    if (!facts) throw new AppError('precondition', 'The workspace to copy is gone.');
    const [brand] = await db
      .select({ tokens: brandings.tokens })
      .from(brandings)
      .where(and(eq(brandings.tenantId, tenantId), eq(brandings.state, 'published')));
    return { ...facts, tokens: brand?.tokens ?? {} };
  });
}
