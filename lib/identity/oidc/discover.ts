import * as oidc from 'openid-client';
import { EgressError, type EgressFault, guardedFetch } from '../../egress/guarded-fetch';
import { AppError } from '../../errors';
import type { Provider } from './provider';

const timeoutSeconds = 8;
/** How far the provider's clock may be from ours. */
const toleranceSeconds = 30;

const fetchGuarded: oidc.CustomFetch = (url, { method, headers, body, signal }) =>
  guardedFetch(url, { method, headers, signal, body: body as string | URLSearchParams | null });

/**
 * The provider as it describes itself now, ready to talk to with the client's secret. Nothing is kept
 * between sign-ins, so that keys which were changed count at once. Rejects as `openid-client` does.
 */
export async function discover({
  issuer,
  clientId,
  clientSecret,
}: Pick<Provider, 'issuer' | 'clientId' | 'clientSecret'>): Promise<oidc.Configuration> {
  const server = await describe(issuer);
  const config = new oidc.Configuration(
    server,
    clientId,
    { [oidc.clockTolerance]: toleranceSeconds },
    authentication(server, clientSecret),
  );
  config[oidc.customFetch] = fetchGuarded;
  config.timeout = timeoutSeconds;
  // Whether plain HTTP may be spoken is the guard's to say, for each address.
  oidc.allowInsecureRequests(config);
  oidc.enableNonRepudiationChecks(config);
  return config;
}

async function describe(issuer: string): Promise<oidc.ServerMetadata> {
  const found = await oidc.discovery(new URL(issuer), 'unknown', undefined, oidc.None(), {
    [oidc.customFetch]: fetchGuarded,
    timeout: timeoutSeconds,
    execute: [oidc.allowInsecureRequests],
  });
  return found.serverMetadata();
}

function authentication(server: oidc.ServerMetadata, secret: string) {
  const known = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  if (known.includes('client_secret_basic')) return oidc.ClientSecretBasic(secret);
  return oidc.ClientSecretPost(secret);
}

/** What a try to reach a provider found. */
export interface Found {
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  /** How many keys it signs with. */
  keys: number;
  scopes: string[];
  claims: string[];
}

/** Asks a provider who it is. Throws `invalid` on `issuer` with the exact reason. */
export async function tryProvider(issuer: string): Promise<Found> {
  try {
    const server = await describe(issuer);
    const { authorization_endpoint: authorization, token_endpoint: token } = server;
    if (!authorization || !token || !server.jwks_uri) throw new Incomplete('INCOMPLETE');
    return {
      issuer: server.issuer,
      authorizationEndpoint: authorization,
      tokenEndpoint: token,
      keys: await countKeys(server.jwks_uri),
      scopes: (server.scopes_supported ?? []).slice(0, 100),
      claims: (server.claims_supported ?? []).slice(0, 100),
    };
  } catch (error) {
    const words = reasonOf(error);
    throw new AppError('invalid', words, { fields: { issuer: words }, cause: error });
  }
}

async function countKeys(address: string): Promise<number> {
  const response = await guardedFetch(address, { headers: { accept: 'application/json' } });
  const body = (await response.json().catch(() => null)) as { keys?: unknown } | null;
  if (response.status !== 200 || !Array.isArray(body?.keys) || body.keys.length === 0) {
    throw new Incomplete('NO_KEYS');
  }
  return body.keys.length;
}

/** It answers, but with less than a sign-in needs. */
class Incomplete extends Error {
  readonly code: string;

  constructor(code: 'INCOMPLETE' | 'NO_KEYS') {
    super('An identity provider says too little of itself.');
    this.code = code;
  }
}

const faults: Record<EgressFault, string> = {
  address: 'This is no address that can be asked.',
  insecure: 'Use https: over http anybody on the way could pose as the provider.',
  port: 'Use port 443 or 8443: others are for services of another kind.',
  inside: 'This address leads into a private network, where the product does not go.',
  unknown_host: 'There is no host of this name.',
  unreachable: 'Nothing answers there.',
  timeout: 'It did not answer within 8 seconds.',
  too_large: 'Its answer is larger than 1 MB.',
};

const refusals: Record<string, string> = {
  OAUTH_RESPONSE_IS_NOT_CONFORM:
    'It does not describe itself at /.well-known/openid-configuration.',
  OAUTH_RESPONSE_IS_NOT_JSON: 'What it says at /.well-known/openid-configuration is not JSON.',
  OAUTH_PARSE_ERROR: 'What it says at /.well-known/openid-configuration is not JSON.',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED:
    'It names another issuer than this. Copy the issuer exactly as the provider shows it.',
  OAUTH_TIMEOUT: faults.timeout,
  INCOMPLETE: 'It names no place to sign in, to get tokens, or for its keys.',
  NO_KEYS: 'It shows no keys with which it signs.',
};

function reasonOf(error: unknown): string {
  const fault = egressFaultOf(error);
  if (fault) return faults[fault];
  const { code } = error as { code?: string };
  return refusals[code ?? ''] ?? 'It does not answer as an OpenID provider does.';
}

/** The fault of the guard behind an error, wherever it was wrapped. */
export function egressFaultOf(error: unknown): EgressFault | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at instanceof EgressError) return at.fault;
  }
  return null;
}
