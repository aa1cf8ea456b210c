import { and, eq, gt, isNull } from 'drizzle-orm';
import * as oidc from 'openid-client';
import { databaseNow } from '@/db/clock';
import { providerRequests } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { log } from '../../log';
import { hostUrl } from '../../tenancy/urls';
import { hashToken } from '../secrets';
import { type Arrival, admitVouched } from './admit-vouched';
import { returnPathname, secretsOf } from './begin';
import { readClaims, type Vouched } from './claims';
import { discover } from './discover';
import { findProvider, type Provider } from './provider';
import { RefusedByProvider } from './refusal';
import { whyRefused } from './why-refused';

/** What came back: the query of the address, and the cookie of the browser that began. */
export interface Returned {
  query: string;
  browser: string;
}

/**
 * Takes somebody in who comes back from the provider. A request is spent by the first who brings it;
 * code, nonce and verifier are bound to the browser that began. Answers why where it does not.
 */
export async function finishAtProvider(
  ctx: PoolCtx,
  { query, browser }: Returned,
): Promise<Arrival> {
  try {
    const params = new URLSearchParams(query);
    const request = await spend(ctx, params.get('state') ?? '', browser);
    const provider = await findProvider(ctx.db);
    if (!provider) throw new RefusedByProvider('off');
    const same = provider.issuer === request.issuer && provider.clientId === request.clientId;
    if (!same) throw new RefusedByProvider('expired');
    const vouched = await exchange(provider, { params, browser, host: request.host });
    const { returnPath } = request;
    return await admitVouched(ctx, { provider, vouched, browser, returnPath });
  } catch (error) {
    if (!(error instanceof RefusedByProvider)) throw error;
    const { why: refused, cause } = error;
    const where = { requestId: ctx.requestId, tenantId: ctx.tenant.id };
    // The error itself may hold claims of a person.
    const { name, code } = (cause ?? {}) as { name?: string; code?: string };
    log.warn({ ...where, refused, name, code }, 'sign-in at the identity provider was refused');
    return { refused };
  }
}

const r = providerRequests;

async function spend({ db, caller }: PoolCtx, state: string, browser: string) {
  const [request] = await db
    .update(r)
    .set({ usedAt: databaseNow })
    .where(
      and(
        eq(r.stateHash, hashToken(state)),
        eq(r.browserHash, hashToken(browser)),
        eq(r.host, caller.host.host),
        isNull(r.usedAt),
        gt(r.expiresAt, databaseNow),
      ),
    )
    .returning();
  if (!request) throw new RefusedByProvider('expired');
  return request;
}

/** What the browser brings back from the provider. */
interface BroughtBack {
  params: URLSearchParams;
  browser: string;
  host: string;
}

async function exchange(
  provider: Provider,
  { params, browser, host }: BroughtBack,
): Promise<Vouched> {
  const { verifier, nonce } = secretsOf(browser);
  try {
    const config = await discover(provider);
    const here = new URL(hostUrl(host, `${returnPathname}?${params}`));
    const tokens = await oidc.authorizationCodeGrant(config, here, {
      expectedState: params.get('state') ?? '',
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new RefusedByProvider('answer');
    return readClaims(provider, { ...(await moreClaims(config, tokens, claims)), ...claims });
  } catch (error) {
    throw error instanceof RefusedByProvider
      ? error
      : new RefusedByProvider(whyRefused(error), error);
  }
}

/** What is not in the token may stand at the user info endpoint. */
async function moreClaims(
  config: oidc.Configuration,
  tokens: oidc.TokenEndpointResponse,
  { sub }: { sub: string },
): Promise<Record<string, unknown>> {
  if (!config.serverMetadata().userinfo_endpoint) return {};
  return await oidc.fetchUserInfo(config, tokens.access_token, sub);
}
