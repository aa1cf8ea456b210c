import { eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { tenants } from '@/db/schema/control';
import type { TenantFacts } from '../../doors/caller';
import type { NewTenant } from '../../doors/ctx';
import { invalid } from '../../errors';
import { createAccount, findAccount } from '../../identity/accounts';
import { joinTenant } from '../../identity/memberships';
import { hashPassword } from '../../identity/passwords/hashing';
import { refuseWeak } from '../../identity/passwords/rule';
import { enqueueControlJob } from '../../jobs/enqueue';
import { manifests } from '../../modules/registry';
import { BrandTokens } from '../branding/tokens';
import { openTenant } from '../provisioning';
import { inviteAll } from './first-invitations';
import { drawLogo, keepLogo, type Logo } from './first-look';
import type { Founding } from './founding';
import { sendWelcome } from './welcome-letter';

/** All that entering a tenant needs, as plain data that can wait: no password, no upload. */
export interface FoundingRequest
  extends Pick<Founding, 'name' | 'slug' | 'locale' | 'timeZone' | 'content' | 'invite'> {
  brand: BrandTokens;
  logo: Logo | null;
  owner: { name: string; email: string; passwordHash: string };
  /** Whether the owner gets a mail to choose a password. */
  welcome: boolean;
  /** Whether it is opened in a shared pool, whose accounts it may belong to; else in one of its own. */
  inSharedPool?: boolean;
}

/** Jobs by which each module fills its own part with something to try. */
export const sampleJobs = manifests.flatMap(({ sampleJob }) => (sampleJob ? [sampleJob] : []));

/** Throws `invalid` for a weak password or a picture that cannot be read. */
export async function prepareFounding(
  input: Founding,
  { welcome }: { welcome: boolean },
): Promise<FoundingRequest> {
  const { name, slug, locale, timeZone, content, invite, owner } = input;
  const personal = [owner.name, owner.email, name, slug];
  await refuseWeak(owner.password, { personal, besideFactor: false }, 'owner.password');
  const passwordHash = await hashPassword(owner.password);
  const logo = await drawLogo(input.look.logo);
  const { logo: _upload, ...look } = input.look;
  const brand = BrandTokens.parse({ ...look, name, ...(logo && { logoPath: logo.path }) });
  const known = { name: owner.name, email: owner.email, passwordHash };
  return { name, slug, locale, timeZone, content, invite, brand, logo, owner: known, welcome };
}

/**
 * Enters a tenant in the caller's transaction: its rows, its founder as admin, the invitations to
 * others. Answers the founder's id. Throws `conflict` on `slug`.
 */
export async function writeFounding(
  db: ControlDb,
  ids: NewTenant,
  request: FoundingRequest,
): Promise<string> {
  const { logo, brand, content, slug, name, locale, timeZone } = request;
  const facts = { ...ids, slug, name, locale, timeZone, brand };
  const roleIds = await openTenant(
    db,
    facts,
    request.inSharedPool ? null : { kind: 'private', name },
  );
  if (logo) await keepLogo(db, logo);
  const known = await knownOwner(db, ids, request);
  const owner = known ?? (await createAccount(db, { poolId: ids.poolId, ...request.owner }));
  await joinTenant(db, { userId: owner.id, roleId: roleIds.admin });
  await db.update(tenants).set({ ownerId: owner.id }).where(eq(tenants.id, ids.tenantId));
  const tenant = asTenant(request, ids);
  await inviteAll(db, { emails: request.invite, tenant, owner, roleId: roleIds.basic });
  if (request.welcome)
    await sendWelcome(db, {
      ...{ ...ids, slug, tenant: name, owner, language: locale },
      hasAccount: known !== null,
    });
  // Each module fills its own part, after the tenant is open.
  if (content === 'sample') for (const job of sampleJobs) await enqueueControlJob(db, job, {});
  return owner.id;
}

/** Whose account of the shared pool the owner's address is. Throws `invalid` for one that is locked. */
async function knownOwner(db: ControlDb, { poolId }: NewTenant, request: FoundingRequest) {
  if (!request.inSharedPool) return null;
  const known = await findAccount(db, poolId, request.owner.email);
  if (known && known.state !== 'active') {
    throw invalid('owner.email', 'The account of this address is locked in that pool.');
  }
  return known;
}

const asTenant = (
  { slug, name, locale, timeZone }: FoundingRequest,
  ids: NewTenant,
): TenantFacts => ({
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
  eventKinds: [],
});
