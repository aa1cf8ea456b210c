import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { findHostEntry } from '@/db/directory';
import { invoke } from '../doors/callable';
import type { Caller, TenantFacts } from '../doors/caller';
import { webCall } from '../doors/web-call';
import { env } from '../env';
import { isAppError } from '../errors';
import { normaliseHost, resolveHost } from '../tenancy/hosts';
import { canonicalHost, hostUrl } from '../tenancy/urls';
import { cookieAttributes, nonceCookie } from './cookies';
import { enterWithTicket } from './enter';
import { reachableTenant } from './hand-off';
import { safePath } from './paths';
import { hashToken, newToken } from './secrets';
import { signInProcedures } from './sign-in-procedures';

/*
 * From one host to another inside a pool, in four redirects: source `/switch/{slug}`, target
 * `/arrive?from=` (gives this browser a nonce), source `/switch/{slug}?nonce=` (mints a ticket
 * bound to it), target `/arrive?ticket=` (redeems it). Every host stands in the database.
 */

/** `/switch/{slug}` on the host somebody is signed in to. */
export async function leaveFor(
  request: NextRequest,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const call = webCall('page', request.headers);
  const { user, host, session, tenant } = await call.caller();
  const { slug } = await params;
  // From a domain whose pages lead on to the primary one, which would only lead back here.
  const back = tenant?.slug === slug ? canonicalHost(tenant) : host.host;
  const front = back === host.host ? '/' : '/sign-in';
  const query = request.nextUrl.searchParams;
  const returnPath = safePath(query.get('path'));
  if (!user) return away(back, `/sign-in?next=${encodeURIComponent('/')}`);
  if (session?.confined) return away(back, front);
  try {
    const nonceHash = query.get('nonce');
    if (nonceHash) {
      const input = { slug, nonceHash, returnPath };
      return redirectTo((await invoke(signInProcedures.signIn.handOff, input, call)).url);
    }
    const target = await reachableTenant(user.id, slug);
    const asked = new URLSearchParams({ from: host.host, path: returnPath });
    return away(canonicalHost(target), `/arrive?${asked}`);
  } catch (error) {
    if (isAppError(error)) return away(back, front);
    throw error;
  }
}

/** `/arrive` on the host somebody comes to. */
export async function arrive(request: NextRequest): Promise<Response> {
  const { host, tenant } = await webCall('page', request.headers).caller();
  if (!tenant) return new Response(null, { status: 404 });
  const query = request.nextUrl.searchParams;
  const ticket = query.get('ticket');
  if (!ticket) return await giveNonce({ host, tenant }, query);
  try {
    return away(host.host, safePath(await enterWithTicket(ticket)));
  } catch (error) {
    if (!isAppError(error)) throw error;
    // A device that proved itself in a way that is switched off here proves itself in another.
    const notice = error.code === 'precondition' ? 'method' : 'link';
    return away(host.host, `/sign-in?notice=${notice}`);
  }
}

async function giveNonce(
  { host, tenant }: { host: Caller['host']; tenant: TenantFacts },
  query: URLSearchParams,
) {
  const source = await siblingHost(query.get('from'), tenant.poolId);
  if (!source) return away(host.host, '/sign-in');
  const nonce = newToken();
  (await cookies()).set(nonceCookie(), nonce, { ...cookieAttributes(), maxAge: 120 });
  const back = new URLSearchParams({
    nonce: hashToken(nonce),
    path: safePath(query.get('path')),
  });
  return away(source, `/switch/${tenant.slug}?${back}`);
}

/** The host if a tenant of this pool is served there, so that nobody is sent anywhere else. */
async function siblingHost(raw: string | null, poolId: string): Promise<string | null> {
  const named = raw ? normaliseHost(raw) : null;
  const host = named ? resolveHost(named, env().ROOT_DOMAIN) : null;
  if (host?.zone !== 'tenant') return null;
  const entry = await findHostEntry<TenantFacts>(host.slug, host.host);
  return entry?.poolId === poolId && entry.status === 'active' ? host.host : null;
}

const away = (host: string, path: string) => redirectTo(hostUrl(host, path));

const redirectTo = (url: string) =>
  new Response(null, {
    status: 303,
    headers: { location: url, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  });
