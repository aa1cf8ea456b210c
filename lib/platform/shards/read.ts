import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { connectionNames } from '@/db/client';
import { shardLoads, tenants, tierNames } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { readShards, ShardRow } from './shard-row';

export const ShardList = z.strictObject({
  shards: z.array(ShardRow),
  /** Connections that the settings name and no shard uses. */
  unregistered: z.array(z.string()),
});

export async function listShards({ db }: PlatformCtx): Promise<z.input<typeof ShardList>> {
  const shards = await readShards(db);
  const taken = new Set(shards.map(({ connection }) => connection));
  return { shards, unregistered: connectionNames().filter((name) => !taken.has(name)) };
}

export const ShardId = z.strictObject({ id: z.uuid() });

const HotTenantRow = z.strictObject({
  tenantId: z.uuid(),
  name: z.string(),
  slug: z.string(),
  tier: z.enum(tierNames),
  /** Rows; with a database of its own the audit and the change log count as well. */
  writesPerMinute: z.number().int(),
});
export type HotTenantRow = z.output<typeof HotTenantRow>;

export const ShardDetail = ShardRow.extend({
  /** Tenants that wrote most between the last two measurements, busiest first. */
  hot: z.array(HotTenantRow),
  hotAt: z.coerce.date().nullable(),
});

/** One shard with its hot tenants. Throws `not_found`. */
export async function getShard(
  { db }: PlatformCtx,
  { id }: z.output<typeof ShardId>,
): Promise<z.input<typeof ShardDetail>> {
  const [shard] = await readShards(db, id);
  if (!shard) throw notFound('This shard');
  const [load] = await db
    .select({ hot: shardLoads.hot, hotAt: shardLoads.hotAt })
    .from(shardLoads)
    .where(eq(shardLoads.shardId, id));
  const hot = load?.hot ?? [];
  const named = await db
    .select({ id: tenants.id, name: tenants.name, slug: tenants.slug })
    .from(tenants)
    .where(
      inArray(
        tenants.id,
        hot.map(({ tenantId }) => tenantId),
      ),
    );
  const byId = new Map(named.map((tenant) => [tenant.id, tenant]));
  return {
    ...shard,
    hotAt: load?.hotAt ?? null,
    hot: hot.flatMap((one) => {
      const tenant = byId.get(one.tenantId);
      return tenant ? [{ ...one, name: tenant.name, slug: tenant.slug }] : [];
    }),
  };
}
