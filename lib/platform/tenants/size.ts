import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { tenants } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { measureFiles, measureTables, TableSize } from '../../tenancy/data/overview';
import { silent } from '../silent';

export const TenantSize = z.strictObject({
  tables: z.array(TableSize),
  files: z.strictObject({ count: z.number().int(), bytes: z.number().int() }),
});

/** How much data a tenant has: counts and bytes, no content. Throws `not_found`, `unavailable`. */
export async function getTenantSize(
  ctx: PlatformCtx,
  { id }: { id: string },
): Promise<z.input<typeof TenantSize>> {
  const found = await ctx.db.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, id));
  if (found.length === 0) throw notFound('This tenant');
  try {
    return await ctx.measureTenant(id, async (db) => ({
      tables: await measureTables(db),
      files: await measureFiles(db),
    }));
  } catch (cause) {
    throw silent(cause);
  }
}
