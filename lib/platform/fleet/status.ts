import { and, count, eq, isNotNull, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { homes, placements, shardLoads, shards, tenants, tierNames } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';

const mostListed = 200;

const Behind = z.strictObject({
  id: z.uuid(),
  tier: z.enum(tierNames),
  shard: z.string(),
  /** Where it stands: schema or database. */
  name: z.string(),
  /** Who lives there; null for shared tables and empty homes. */
  tenant: z.strictObject({ id: z.uuid(), name: z.string(), slug: z.string() }).nullable(),
  shape: z.string().nullable(),
  fault: z.string().nullable(),
  nextTryAt: z.coerce.date().nullable(),
});
export type FleetBehind = z.output<typeof Behind>;

export const FleetStatus = z.strictObject({
  /** Fingerprint of tables, guards and functions as the product wants them; null before set-up. */
  shape: z.string().nullable(),
  /** Homes and sets of shared tables: all of them, and those in the present shape. */
  total: z.number().int(),
  current: z.number().int(),
  /** Those behind that failed, and those that were not tried yet. */
  failed: z.number().int(),
  waiting: z.number().int(),
  /** Those behind, failed ones first; at most 200. */
  behind: z.array(Behind),
});

/** How far the fleet has followed the last migration, and why the rest has not. */
export async function getFleetStatus({ db }: PlatformCtx): Promise<z.input<typeof FleetStatus>> {
  const [primary] = await db
    .select({ shape: shards.shape })
    .from(shards)
    .where(eq(shards.connection, 'primary'));
  const shape = primary?.shape ?? null;
  const [shared, homesCounted] = [await countShared(db, shape), await countHomes(db, shape)];
  const sum = (key: keyof typeof shared) => shared[key] + homesCounted[key];
  const [total, current, failed] = [sum('total'), sum('current'), sum('failed')];
  return {
    shape,
    total,
    current,
    failed,
    waiting: total - current - failed,
    behind: [...(await sharedBehind(db, shape)), ...(await homesBehind(db, shape))],
  };
}

const isCurrent = (column: typeof homes.shape | typeof shards.shape, shape: string | null) =>
  sql<boolean>`${column} is not distinct from ${shape}::text`;

const isBehind = (column: typeof homes.shape | typeof shards.shape, shape: string | null) =>
  sql<boolean>`${column} is distinct from ${shape}::text`;

async function countShared(db: ControlDb, shape: string | null) {
  const [counted] = await db
    .select({
      total: count(),
      current: sql`count(*) filter (where ${isCurrent(shards.shape, shape)})`.mapWith(Number),
      failed: sql`count(*) filter (where ${shards.fault} is not null)`.mapWith(Number),
    })
    .from(shards);
  return counted ?? { total: 0, current: 0, failed: 0 };
}

async function countHomes(db: ControlDb, shape: string | null) {
  const [counted] = await db
    .select({
      total: count(),
      current: sql`count(*) filter (where ${isCurrent(homes.shape, shape)})`.mapWith(Number),
      failed: sql`count(*) filter (where ${homes.fault} is not null)`.mapWith(Number),
    })
    .from(homes)
    .where(ne(homes.state, 'preparing'));
  return counted ?? { total: 0, current: 0, failed: 0 };
}

async function sharedBehind(db: ControlDb, shape: string | null) {
  const rows = await db
    .select({
      id: shards.id,
      shard: shards.name,
      shape: shards.shape,
      fault: sql<string | null>`coalesce(${shards.fault}, ${shardLoads.fault})`,
      nextTryAt: shards.nextTryAt,
    })
    .from(shards)
    .leftJoin(shardLoads, eq(shardLoads.shardId, shards.id))
    .where(isBehind(shards.shape, shape))
    .orderBy(shards.name);
  return rows.map((row) => ({ ...row, tier: 'pooled' as const, name: 'pooled', tenant: null }));
}

const homesBehind = (db: ControlDb, shape: string | null) =>
  db
    .select({
      id: homes.id,
      tier: homes.tier,
      shard: shards.name,
      name: sql<string>`case when ${homes.tier} = 'schema' then ${homes.schemaName} else ${homes.databaseName} end`,
      tenant: { id: tenants.id, name: tenants.name, slug: tenants.slug },
      shape: homes.shape,
      fault: sql<string | null>`coalesce(${homes.fault}, ${shardLoads.fault})`,
      nextTryAt: homes.nextTryAt,
    })
    .from(homes)
    .innerJoin(shards, eq(shards.id, homes.shardId))
    .leftJoin(shardLoads, and(eq(shardLoads.shardId, shards.id), isNotNull(shardLoads.downSince)))
    .leftJoin(placements, eq(placements.roleName, homes.roleName))
    .leftJoin(tenants, eq(tenants.id, placements.tenantId))
    .where(and(ne(homes.state, 'preparing'), isBehind(homes.shape, shape)))
    .orderBy(sql`${homes.fault} is null`, homes.createdAt)
    .limit(mostListed);
