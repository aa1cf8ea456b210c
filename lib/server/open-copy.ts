import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { type ControlDb, withControl } from '@/db/control';
import type { HomeTier, Place } from '@/db/homes/home';
import { dismantleHome } from '@/db/homes/prepare';
import type { Servers } from '@/db/homes/servers';
import { buildHome, choosePlace, nameTenant, nextHomeId } from '@/db/openings/house';
import { withPool } from '@/db/pool';
import { brandings, placements, tenants } from '@/db/schema/control';
import { mintControlScope, mintPoolScope } from '@/db/scope';
import { silentConnections } from '@/db/shards/watch';
import type { CopyOpener } from '@/lib/archives/copy';
import { AppError } from '@/lib/errors';
import { findActiveMembership, joinTenant } from '@/lib/identity/memberships';
import { readTokens } from '@/lib/tenancy/branding/document';
import { BrandTokens } from '@/lib/tenancy/branding/tokens';
import { housed } from '@/lib/tenancy/housed';
import { type NewTenantFacts, openTenant } from '@/lib/tenancy/provisioning';

const control = (tenantId: string) =>
  mintControlScope({ tenantId, actorId: null, requestId: uuidv7() });

/**
 * Opens and closes tenants for the operator, through the same provisioning as everybody. A copy stands
 * behind walls of the same kind as its source.
 */
export const copyOpener = (servers: Servers): CopyOpener => ({
  open: async ({ copyId: tenantId, sourceId, slug, name, ownerId }) => {
    const source = await sourceOf(sourceId);
    await requireMember(sourceId, ownerId);
    const { poolId, locale, timeZone } = source;
    const scope = mintPoolScope({ tenantId, poolId, actorId: null, requestId: uuidv7() });
    const brand = BrandTokens.parse({ ...readTokens(source.tokens), logoPath: undefined, name });
    const begun = await withPool(scope, (db) =>
      db.select({ status: tenants.status }).from(tenants).where(eq(tenants.id, tenantId)),
    );
    if (begun[0]) return begun[0].status === 'active' ? 'ready' : 'empty';
    const openAt = async (place: Place) => {
      const facts = { tenantId, poolId, slug, name, locale, timeZone, brand, place };
      return await withPool(scope, (db) => openFor(db, { facts, ownerId, sourceId }), {
        write: true,
      });
    };
    return source.tier === 'pooled'
      ? await housed({ tier: 'pooled', tenantId }, ({ place }) => openAt(place))
      : await inHome(servers, { tier: source.tier, tenantId }, openAt);
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
});

/** In a home that stands ready, or one that is built now; it is taken down when nobody moves in. */
async function inHome<T>(
  servers: Servers,
  { tier, tenantId }: { tier: HomeTier; tenantId: string },
  openAt: (place: Place) => Promise<T>,
): Promise<T> {
  const choice = await choosePlace(servers, tier, {
    shard: null,
    except: silentConnections(),
  });
  if (!choice) throw new AppError('unavailable', `No server has room for another ${tier}.`);
  const home = choice.ready ?? (await buildHome(servers, choice, { id: nextHomeId(), tier }));
  try {
    await nameTenant(servers, home, tenantId);
    return await openAt(home);
  } catch (error) {
    await dismantleHome(servers, home);
    throw error;
  }
}

interface Copied {
  facts: NewTenantFacts;
  ownerId: string;
  sourceId: string;
}

async function openFor(db: ControlDb, { facts, ownerId, sourceId }: Copied): Promise<'empty'> {
  const roleIds = await openTenant(db, facts, null);
  await db.execute(sql`select control.copy_limit_overrides(${sourceId}::uuid)`);
  await db.execute(sql`select control.copy_flag_overrides(${sourceId}::uuid)`);
  await joinTenant(db, { userId: ownerId, roleId: roleIds.admin });
  const closed = { status: 'suspended', statusReason: 'A backup is being restored.' } as const;
  await db
    .update(tenants)
    .set({ ownerId, ...closed })
    .where(eq(tenants.id, facts.tenantId));
  // Last: a plan that is suspended lets nobody in, the owner neither.
  await db.execute(sql`select control.copy_subscription(${sourceId}::uuid)`);
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
      .select({
        poolId: tenants.poolId,
        locale: tenants.locale,
        timeZone: tenants.timeZone,
        tier: placements.tier,
      })
      .from(tenants)
      .innerJoin(placements, eq(placements.tenantId, tenants.id))
      .where(eq(tenants.id, tenantId));
    if (!facts) throw new AppError('precondition', 'The workspace to copy is gone.');
    const [brand] = await db
      .select({ tokens: brandings.tokens })
      .from(brandings)
      .where(and(eq(brandings.tenantId, tenantId), eq(brandings.state, 'published')));
    return { ...facts, tokens: brand?.tokens ?? {} };
  });
}
