import { and, asc, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { pools, tenants } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { Reason } from '../reason';

export const SharedPoolRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** Names of the tenants that it has. */
  tenants: z.array(z.string()),
});
type SharedPoolRow = z.input<typeof SharedPoolRow>;

export const SharedPools = z.strictObject({ pools: z.array(SharedPoolRow) });

/** Directories of users that several tenants share, by name. */
export const listSharedPools = async ({
  db,
}: PlatformCtx): Promise<z.input<typeof SharedPools>> => ({
  pools: await sharedPoolsBut(db, null),
});

/** All of them but one, up to a hundred. */
export async function sharedPoolsBut(
  db: ControlDb,
  except: string | null,
): Promise<SharedPoolRow[]> {
  const rows = await db
    .select({ id: pools.id, name: pools.name, tenant: tenants.name })
    .from(pools)
    .leftJoin(tenants, eq(tenants.poolId, pools.id))
    .where(and(eq(pools.kind, 'shared'), except ? ne(pools.id, except) : undefined))
    .orderBy(asc(pools.name), asc(pools.id), asc(tenants.name))
    .limit(5_000);
  const found = new Map<string, SharedPoolRow>();
  for (const { id, name, tenant } of rows) {
    const pool = found.get(id) ?? { id, name, tenants: [] };
    if (tenant) pool.tenants.push(tenant);
    found.set(id, pool);
  }
  return [...found.values()].slice(0, 100);
}

export const NewSharedPool = z.strictObject({
  name: z.string().trim().min(2, 'Give it a name.').max(80, 'At most 80 characters.'),
  reason: Reason,
});
export const SharedPool = z.strictObject({ id: z.uuid(), name: z.string() });

/** Makes an empty directory of users that tenants can be opened in or join. */
export async function createSharedPool(
  ctx: PlatformCtx,
  { name }: z.output<typeof NewSharedPool>,
): Promise<z.input<typeof SharedPool>> {
  const [made] = await ctx.db
    .insert(pools)
    .values({ name, kind: 'shared' })
    .returning({ id: pools.id, name: pools.name });
  if (!made) throw new Error('A pool was not written.');
  ctx.about('pool', made.id, { name });
  return made;
}
