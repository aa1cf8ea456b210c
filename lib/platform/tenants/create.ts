import { z } from 'zod';
import { platformAudit } from '@/db/schema/control';
import type { OpenCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { mintOneTime } from '../../identity/one-time';
import { newToken } from '../../identity/secrets';
import { mailBrand } from '../../mail/brand';
import { compose } from '../../mail/compose';
import { sendMail } from '../../mail/send-mail';
import { platformBrand } from '../../tenancy/branding/presets';
import { Founding, foundTenant, type Opening } from '../../tenancy/onboarding/found';
import { canonicalHost, tenantUrl } from '../../tenancy/urls';
import { welcomeLetter } from './welcome-letter';

const linkDays = 3;

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
  reason: z.string().trim().min(2, 'Say why, in a few words.').max(300),
});
type NewTenantForm = z.output<typeof NewTenantForm>;

export const NewTenantMade = z.strictObject({ id: z.uuid(), slug: z.string(), url: z.string() });

/**
 * Opens a tenant for somebody else. Its owner gets a mail to choose a password; nobody here ever
 * knows one. Throws as `foundTenant` does.
 */
export async function createTenant(
  ctx: OpenCtx,
  { reason, owner, shard, ...facts }: NewTenantForm,
): Promise<z.input<typeof NewTenantMade>> {
  const { staff } = ctx.caller;
  if (!staff) throw new AppError('unauthenticated', 'Sign in to the console first.');
  const address = { slug: facts.slug, primaryHost: null };
  const founding = Founding.parse({
    ...facts,
    look: { color: platformBrand.color },
    owner: { ...owner, password: newToken() },
  });
  const welcome = async (opening: Opening) => {
    const url = tenantUrl(address, `/reset/${await mintLink(opening, canonicalHost(address))}`);
    const letter = welcomeLetter({ owner, tenant: facts.name, url, days: linkDays });
    await sendMail(opening.db, compose(await mailBrand(opening.db, facts.name), letter));
  };
  const made = await foundTenant(ctx, founding, { alongside: welcome, shard });
  await ctx.asStaff(staff.id, reason, async (db) => {
    await db.insert(platformAudit).values({
      procedure: 'tenants.create',
      door: ctx.call.door,
      staffId: staff.id,
      staffName: staff.name,
      requestId: ctx.requestId,
      address: ctx.call.address,
      tenantId: made.tenantId,
      reason,
      detail: { slug: facts.slug },
    });
  });
  return { id: made.tenantId, slug: made.slug, url: tenantUrl(address) };
}

const mintLink = ({ db, tenantId, poolId, ownerId }: Opening, host: string) =>
  mintOneTime(db, {
    purpose: 'reset',
    poolId,
    tenantId,
    host,
    userId: ownerId,
    ttlSeconds: linkDays * 86_400,
  });
