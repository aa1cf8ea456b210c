import { createHash } from 'node:crypto';
import * as oidc from 'openid-client';
import { secondsFromNow } from '@/db/clock';
import { providerRequests } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { log } from '../../log';
import { hostUrl } from '../../tenancy/urls';
import { hashToken, newToken } from '../secrets';
import { discover } from './discover';
import { findProvider, type Provider } from './provider';
import type { ProviderRefusal } from './refusal';
import { whyRefused } from './why-refused';

const minutesOpen = 10;

/** Older proofs are asked for again there; naming an age makes providers say when they asked. */
const oldestProofSeconds = 30 * 86_400;

/** Where the provider sends people back to, below each host of a tenant. */
export const returnPathname = '/sign-in/sso/return';

/** What only the browser that began can answer with: nothing of it is kept but a hash. */
export const secretsOf = (browser: string) => ({
  verifier: derived('pkce', browser),
  nonce: derived('nonce', browser),
});

const derived = (purpose: string, token: string) =>
  createHash('sha256').update(`${purpose}:${token}`).digest('base64url');

export interface Departure {
  returnPath: string;
  /** Whether they are to prove it there even if they are signed in. */
  anew: boolean;
}

export type Beginning = { url: string; browser: string } | { refused: ProviderRefusal };

/** Sends a browser to the tenant's provider: the address, and what its cookie keeps meanwhile. */
export async function beginAtProvider(
  ctx: PoolCtx,
  { returnPath, anew }: Departure,
): Promise<Beginning> {
  const provider = await findProvider(ctx.db);
  if (!provider) return { refused: 'off' };
  const browser = newToken();
  const state = newToken();
  const sent = await addressAt(ctx, provider, { browser, state, anew });
  if ('refused' in sent) return sent;
  const { issuer, clientId } = provider;
  await ctx.db.insert(providerRequests).values({
    ...{ issuer, clientId, returnPath },
    host: ctx.caller.host.host,
    stateHash: hashToken(state),
    browserHash: hashToken(browser),
    expiresAt: secondsFromNow(minutesOpen * 60),
  });
  return { ...sent, browser };
}

async function addressAt(
  { caller, tenant, requestId }: PoolCtx,
  provider: Provider,
  { browser, state, anew }: { browser: string; state: string; anew: boolean },
): Promise<{ url: string } | { refused: ProviderRefusal }> {
  try {
    const config = await discover(provider);
    const { verifier, nonce } = secretsOf(browser);
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: hostUrl(caller.host.host, returnPathname),
      scope: scopesOf(config, provider),
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...{ state, nonce },
      ...(anew ? { prompt: 'login', max_age: '0' } : { max_age: String(oldestProofSeconds) }),
    });
    return /^https?:$/.test(url.protocol) ? { url: url.href } : { refused: 'answer' };
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    const refused = whyRefused(error);
    const where = { requestId, tenantId: tenant.id };
    log.warn({ ...where, refused, name, code }, 'nobody can be sent to the identity provider');
    return { refused };
  }
}

/** Groups are a scope of their own at some providers. */
function scopesOf(config: oidc.Configuration, { groupClaim }: Provider) {
  const offered = config.serverMetadata().scopes_supported ?? [];
  const groups = offered.includes(groupClaim) ? [groupClaim] : [];
  return ['openid', 'email', 'profile', ...groups].join(' ');
}
