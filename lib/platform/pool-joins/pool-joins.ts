import { and, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import {
  memberships,
  poolArrivals,
  poolJoinStates,
  poolJoins,
  pools,
  tenants,
} from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, invalid, notFound } from '../../errors';
import { isLate } from '../../identity/pool-join/late';
import { Reason } from '../reason';
import { tellTenant } from '../tenants/tell-tenant';
import { SharedPoolRow, sharedPoolsBut } from './shared-pools';
import { hasStandingOwner } from './standing-owner';

export const JoinPreview = z.strictObject({
  tenant: z.strictObject({ id: z.uuid(), name: z.string() }),
  /** Whether it is in a shared pool already. */
  isShared: z.boolean(),
  /** Whether an admin owns it, who alone can agree. */
  hasOwner: z.boolean(),
  /** How many views, shared with other tenants or by them, tie it to its pool: they have to end first. */
  ties: z.int(),
  /** How many will have to come over, one by one. */
  people: z.int(),
  left: z.int(),
  /** Of how many who came over records should name the new account by now, and do not. */
  late: z.int(),
  /** Shared pools that it could join, with the tenants they have. */
  pools: z.array(SharedPoolRow),
  /** The one that is offered or under way, else the last. */
  join: z
    .strictObject({
      id: z.uuid(),
      state: z.enum(poolJoinStates),
      pool: z.string(),
      createdAt: z.coerce.date(),
      startedAt: z.coerce.date().nullable(),
      endedAt: z.coerce.date().nullable(),
    })
    .nullable(),
});

/** What it would mean for a tenant to join a shared pool. Throws `not_found`. */
export async function previewJoin(
  { db }: PlatformCtx,
  { id }: { id: string },
): Promise<z.input<typeof JoinPreview>> {
  const tenant = await tenantOf(db, id);
  const own = eq(memberships.tenantId, id);
  const [people] = await db.select({ n: count() }).from(memberships).where(own);
  const [left] = await db
    .select({ n: count() })
    .from(memberships)
    .where(and(own, eq(memberships.state, 'unclaimed')));
  const [late] = await db
    .select({ n: count() })
    .from(poolArrivals)
    .where(and(eq(poolArrivals.tenantId, id), isLate));
  const [join] = await db
    .select()
    .from(poolJoins)
    .where(eq(poolJoins.tenantId, id))
    .orderBy(desc(inArray(poolJoins.state, ['offered', 'running'])), desc(poolJoins.createdAt))
    .limit(1);
  return {
    tenant: { id, name: tenant.name },
    isShared: tenant.kind === 'shared',
    hasOwner: await hasStandingOwner(db, id),
    ties: await tiesOf(db, id),
    people: people?.n ?? 0,
    left: left?.n ?? 0,
    late: late?.n ?? 0,
    pools: await sharedPoolsBut(db, tenant.poolId),
    join: join
      ? {
          id: join.id,
          state: join.state,
          pool: join.poolName,
          createdAt: join.createdAt,
          startedAt: join.startedAt,
          endedAt: join.endedAt,
        }
      : null,
  };
}

export const JoinOffer = z.strictObject({
  id: z.uuid(),
  poolId: z.uuid(),
  /** Name of the tenant, typed to confirm. */
  name: z.string().max(200),
  reason: Reason,
});
export const JoinId = z.strictObject({ joinId: z.uuid() });

/**
 * Offers a tenant to join a shared pool; its owner has to agree before anything happens. Throws
 * `not_found`, `invalid` on `name` and `poolId`, `precondition` where nobody owns it, `conflict`.
 */
export async function offerJoin(
  ctx: PlatformCtx,
  { id, poolId, name, reason }: z.output<typeof JoinOffer>,
): Promise<z.input<typeof JoinId>> {
  const { db } = ctx;
  const tenant = await tenantOf(db, id);
  if (name !== tenant.name) throw invalid('name', `Type the name exactly: ${tenant.name}`);
  if (tenant.kind === 'shared') {
    throw new AppError('precondition', 'It shares its sign-in already.');
  }
  if (!(await hasStandingOwner(db, id))) {
    throw new AppError('precondition', 'Nobody owns this workspace. It needs an owner first.');
  }
  const [pool] = await db
    .select({ name: pools.name })
    .from(pools)
    .where(and(eq(pools.id, poolId), eq(pools.kind, 'shared'), ne(pools.id, tenant.poolId)));
  if (!pool) throw invalid('poolId', 'Choose a shared pool that it does not belong to.');
  const [offered] = await db
    .insert(poolJoins)
    .values({ tenantId: id, poolId, poolName: pool.name, formerPoolId: tenant.poolId, reason })
    .onConflictDoNothing()
    .returning({ id: poolJoins.id });
  if (!offered) throw new AppError('conflict', 'One is offered or under way already.');
  await tell(ctx, { id, procedure: 'poolJoins.offer', detail: { pool: pool.name, reason } });
  return { joinId: offered.id };
}

export const JoinWithReason = z.strictObject({ id: z.uuid(), reason: Reason });

/** Takes the offer back before the owner agreed. Throws `precondition`. */
export async function withdrawJoin(
  ctx: PlatformCtx,
  { id, reason }: z.output<typeof JoinWithReason>,
): Promise<z.input<typeof JoinId>> {
  const [over] = await ctx.db
    .update(poolJoins)
    .set({ state: 'called_off', endedAt: databaseNow, endedByName: 'Platform staff' })
    .where(and(eq(poolJoins.tenantId, id), eq(poolJoins.state, 'offered')))
    .returning({ id: poolJoins.id });
  if (!over) throw new AppError('precondition', 'Nothing is offered to this workspace now.');
  await tell(ctx, { id, procedure: 'poolJoins.withdraw', detail: { reason } });
  return { joinId: over.id };
}

interface Told {
  id: string;
  procedure: string;
  detail: Record<string, unknown>;
}

async function tell(ctx: PlatformCtx, { id, procedure, detail }: Told) {
  await tellTenant(ctx, { id, procedure, detail });
  ctx.about('tenant', id, detail);
}

async function tiesOf(db: ControlDb, id: string): Promise<number> {
  const { rows } = await db.execute<{ ties: number }>(
    sql`select control.ties_of(${id}::uuid) as ties`,
  );
  return rows[0]?.ties ?? 0;
}

async function tenantOf(db: ControlDb, id: string) {
  const [found] = await db
    .select({
      name: tenants.name,
      poolId: tenants.poolId,
      kind: pools.kind,
    })
    .from(tenants)
    .innerJoin(pools, eq(pools.id, tenants.poolId))
    .where(eq(tenants.id, id));
  if (!found) throw notFound('This tenant');
  return found;
}
