import { tenantsOfUser } from '@/db/directory';
import type { PoolCtx } from '../doors/ctx';
import { notFound } from '../errors';
import { canonicalHost, hostUrl } from '../tenancy/urls';
import { mintOneTime } from './one-time';
import { signedInHere } from './person-only';

/** Time a browser gets between two hosts. */
const ttlSeconds = 60;

export interface HandOff {
  /** Slug of the tenant to go to; one of the same pool, in which the user is an active member. */
  slug: string;
  /** Hash of the nonce that the target's host gave this browser. */
  nonceHash: string;
  /** As `safePath` leaves it. */
  returnPath: string;
}

/** A one-time way from here to another tenant: its landing URL. Throws `not_found`, `forbidden` for a JWT. */
export async function handOff(ctx: PoolCtx, wanted: HandOff): Promise<{ url: string }> {
  const { user, session } = signedInHere(ctx);
  const target = await reachableTenant(user.id, wanted.slug);
  const host = canonicalHost(target);
  const ticket = await mintOneTime(ctx.db, {
    purpose: 'hand_off',
    poolId: ctx.tenant.poolId,
    tenantId: target.id,
    host,
    userId: user.id,
    loginId: session.loginId,
    returnPath: wanted.returnPath,
    nonceHash: wanted.nonceHash,
    ttlSeconds,
  });
  ctx.about('tenant', target.id, { slug: target.slug });
  return { url: hostUrl(host, `/arrive?ticket=${ticket}`) };
}

/** A tenant of the user's pool in which they are an active member. Throws `not_found`. */
export async function reachableTenant(userId: string, slug: string) {
  const target = (await tenantsOfUser(userId)).find((tenant) => tenant.slug === slug);
  if (target?.status !== 'active') throw notFound('This workspace');
  return target;
}
