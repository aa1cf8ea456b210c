import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { tenants } from '@/db/schema/control';
import type { TenantFacts } from '../../doors/caller';
import type { NewTenant, OpenCtx } from '../../doors/ctx';
import { createAccount } from '../../identity/accounts';
import { Email } from '../../identity/email';
import { joinTenant } from '../../identity/memberships';
import { mintOneTime } from '../../identity/one-time';
import { NewPassword, refuseGuessable } from '../../identity/password-rule';
import { hashPassword } from '../../identity/passwords';
import { PersonName } from '../../identity/shapes';
import { enqueueControlJob } from '../../jobs/enqueue';
import { manifests } from '../../modules/registry';
import { maxUploadBytes } from '../brand-settings/picture';
import { BrandTokens, brandFonts, densities, HexColor, oneLine, radii } from '../branding/tokens';
import { openTenant } from '../provisioning';
import { Slug } from '../slugs';
import { tiers } from '../tiers';
import { canonicalHost, tenantUrl } from '../urls';
import { inviteAll } from './first-invitations';
import { drawLogo, keepLogo, type Logo } from './first-look';

/** How long the founder has to arrive, seconds. */
const arrivalSeconds = 60;

export const Founding = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Enter a name.')
    .max(60, 'At most 60 characters.')
    .refine(...oneLine),
  slug: Slug,
  locale: z.enum(['en', 'ko']).default('en'),
  timeZone: z.string().max(60).refine(isTimeZone, 'This is no time zone.').default('UTC'),
  look: z.strictObject({
    color: HexColor,
    accent: HexColor.optional(),
    radius: z.literal(radii).default(8),
    density: z.enum(densities).default('comfortable'),
    font: z.enum(brandFonts).default('inter'),
    logo: z.file().max(maxUploadBytes, 'The picture is larger than 4 MB.').optional(),
  }),
  owner: z.strictObject({ name: PersonName, email: Email, password: NewPassword }),
  tier: z.enum(tiers).default('pooled'),
  content: z.enum(['sample', 'empty']).default('sample'),
  invite: z.array(Email).max(20, 'At most 20 at once.').default([]),
});
export type Founding = z.output<typeof Founding>;

export const Founded = z.object({
  tenantId: z.uuid(),
  slug: z.string(),
  /** Where the founder arrives signed in; good once, for a minute. */
  url: z.string(),
});

/** A tenant just written, in the transaction that opens it. */
export interface Opening extends NewTenant {
  db: ControlDb;
  ownerId: string;
}

interface FoundingOptions {
  alongside?: (opening: Opening) => Promise<void>;
  shard?: string | undefined;
}

/**
 * Opens a tenant with a pool of its own: the one way for sign-up, console and command line.
 * `alongside` joins the transaction; `shard` asks for one by name. Throws `conflict` on `slug`,
 * `invalid` for a weak password or a picture that cannot be read.
 */
export async function foundTenant(
  ctx: OpenCtx,
  input: Founding,
  { alongside, shard }: FoundingOptions = {},
): Promise<z.input<typeof Founded>> {
  refuseGuessable(input.owner.password, input.owner.email, 'owner.password');
  const passwordHash = await hashPassword(input.owner.password);
  const logo = await drawLogo(input.look.logo);
  return await ctx.founding(
    async (db, ids) => {
      const roleIds = await openTenant(db, factsOf(input, ids, logo), {
        kind: 'private',
        name: input.name,
      });
      if (logo) await keepLogo(db, logo);
      const { name, email } = input.owner;
      const owner = await createAccount(db, { poolId: ids.poolId, name, email, passwordHash });
      await joinTenant(db, { userId: owner.id, roleId: roleIds.admin, seatLimit: null });
      await db.update(tenants).set({ ownerId: owner.id }).where(eq(tenants.id, ids.tenantId));
      await inviteAll(ctx, db, {
        emails: input.invite,
        tenant: asTenant(input, ids),
        owner,
        roleId: roleIds.basic,
      });
      if (input.content === 'sample') await fillLater(db);
      await alongside?.({ db, ...ids, ownerId: owner.id });
      ctx.about('tenant', ids.tenantId, { slug: input.slug, name: input.name });
      const address = { slug: input.slug, primaryHost: null };
      const ticket = await mintOneTime(db, {
        purpose: 'arrival',
        ...ids,
        userId: owner.id,
        host: canonicalHost(address),
        ttlSeconds: arrivalSeconds,
      });
      const url = tenantUrl(address, `/arrive?ticket=${ticket}`);
      return { tenantId: ids.tenantId, slug: input.slug, url };
    },
    { tier: input.tier, shard },
  );
}

function factsOf(input: Founding, ids: NewTenant, logo: Logo | null) {
  const { slug, name, locale, timeZone } = input;
  const { logo: _upload, ...look } = input.look;
  const brand = BrandTokens.parse({ ...look, name, ...(logo && { logoPath: logo.path }) });
  return { ...ids, slug, name, locale, timeZone, brand };
}

const asTenant = ({ slug, name, locale, timeZone }: Founding, ids: NewTenant): TenantFacts => ({
  id: ids.tenantId,
  poolId: ids.poolId,
  slug,
  name,
  locale,
  timeZone,
  status: 'active',
  statusReason: null,
  primaryHost: null,
  modulesOff: [],
});

/** Each module fills its own part, after the tenant is open. */
async function fillLater(db: ControlDb) {
  for (const { sampleJob } of manifests) {
    if (sampleJob) await enqueueControlJob(db, sampleJob, {});
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
