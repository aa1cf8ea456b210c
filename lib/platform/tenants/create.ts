import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { platformAudit, pools } from '@/db/schema/control';
import type { OpenCtx } from '../../doors/ctx';
import { AppError, invalid } from '../../errors';
import { newToken } from '../../identity/secrets';
import { platformBrand } from '../../tenancy/branding/presets';
import { foundTenant } from '../../tenancy/onboarding/found';
import { Founding } from '../../tenancy/onboarding/founding';
import { tenantUrl } from '../../tenancy/urls';

export const NewTenantForm = Founding.pick({
  name: true,
  slug: true,
  locale: true,
  timeZone: true,
  tier: true,
  content: true,
}).extend({
  owner: Founding.shape.owner.omit({ password: true }),
  /** Name of the shard; the one with most room without. */
  shard: z.string().trim().min(1).max(60).optional(),
  /** The shared pool that it is opened in; one of its own without. */
  sharedPoolId: z.uuid().optional(),
  reason: z.string().trim().min(2, 'Say why, in a few words.').max(300),
});
type NewTenantForm = z.output<typeof NewTenantForm>;

export const NewTenantMade = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  url: z.string(),
  /** `opening` until the operator has built its walls: see `openings.get`. */
  state: z.enum(['open', 'opening']),
});

/**
 * Opens a tenant for somebody else. Its owner gets a mail to choose a password; nobody here ever
 * knows one. Throws as `foundTenant` does.
 */
export async function createTenant(
  ctx: OpenCtx,
  { reason, owner, shard, sharedPoolId, ...facts }: NewTenantForm,
): Promise<z.input<typeof NewTenantMade>> {
  const { staff } = ctx.caller;
  if (!staff) throw new AppError('unauthenticated', 'Sign in to the console first.');
  if (sharedPoolId) await ctx.asStaff(staff.id, reason, (db) => wantSharedPool(db, sharedPoolId));
  const founding = Founding.parse({
    ...facts,
    look: { color: platformBrand.color },
    owner: { ...owner, password: newToken() },
  });
  const { tenantId: id, slug } = await foundTenant(ctx, founding, {
    welcome: true,
    shard,
    sharedPoolId,
  });
  await ctx.asStaff(staff.id, reason, async (db) => {
    await db.insert(platformAudit).values({
      procedure: 'tenants.create',
      door: ctx.call.door,
      staffId: staff.id,
      staffName: staff.name,
      requestId: ctx.requestId,
      address: ctx.call.address,
      tenantId: id,
      reason,
      detail: { slug },
    });
  });
  const url = tenantUrl({ slug, primaryHost: null });
  return { id, slug, url, state: facts.tier === 'pooled' ? 'open' : 'opening' };
}

async function wantSharedPool(db: ControlDb, id: string) {
  const [pool] = await db
    .select({ id: pools.id })
    .from(pools)
    .where(and(eq(pools.id, id), eq(pools.kind, 'shared')));
  if (!pool) throw invalid('sharedPoolId', 'Choose a shared pool.');
}
