import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type OidcContext } from 'oidc-provider';
import { testClient } from './client';

/** Somebody whom a provider of the tests knows, with the claims it says of them. */
export interface Known {
  email?: string;
  name?: string;
  groups?: string[];
  amr?: string[];
  email_verified?: boolean;
}

export type HonestProvider = Awaited<ReturnType<typeof startProvider>>;

/** A real OpenID provider on loopback. People are signed in there by name, without a password. */
export async function startProvider(redirectUris: string[], port = 0) {
  const people = new Map<string, Known>();
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  /** Begins anew with other keys, as providers do now and then. */
  const changeKeys = () => {
    const provider = new Provider(issuer, configuration(redirectUris, people));
    handle = withSignIn(provider, people);
  };
  changeKeys();
  return {
    issuer,
    people,
    changeKeys,
    end: () =>
      new Promise<void>((ended) => {
        server.close(() => ended());
        server.closeAllConnections();
      }),
  };
}

const scopes = ['openid', 'email', 'profile', 'groups'];

function configuration(redirectUris: string[], people: Map<string, Known>) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: testClient.clientId,
        client_secret: testClient.clientSecret,
        redirect_uris: redirectUris,
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['for-tests-alone'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    scopes,
    claims: {
      openid: ['sub', 'amr'],
      email: ['email', 'email_verified'],
      profile: ['name'],
      groups: ['groups'],
    },
    pkce: { required: () => true },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_: unknown, accountId: string) =>
      people.has(accountId)
        ? {
            accountId,
            claims: () => ({ sub: accountId, email_verified: true, ...people.get(accountId) }),
          }
        : undefined,
    loadExistingGrant: async ({ oidc }: OidcContext) => {
      const { clientId } = oidc.client;
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope(scopes.join(' '));
      await grant.save();
      return grant;
    },
  };
}

/** Its sign-in page: a name to come in with, or a way out. */
function withSignIn(provider: Provider, people: Map<string, Known>) {
  const rest = provider.callback();
  return (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!url.pathname.startsWith('/interaction/')) return rest(request, response);
    const accountId = url.searchParams.get('account');
    if (accountId === null) {
      response.setHeader('content-type', 'text/html');
      return response.end(
        `<form><label>Account <input name="account"></label><button>Sign in</button></form>`,
      );
    }
    const amr = people.get(accountId)?.amr;
    const result = people.has(accountId)
      ? { login: { accountId, ...(amr && { amr }) } }
      : { error: 'access_denied', error_description: 'Nobody of that name.' };
    void provider.interactionFinished(request, response, result);
  };
}

/** Goes through the provider's pages as a browser would; answers the query it is sent back with. */
export async function visit(address: string, account: string): Promise<string> {
  const jar = new Map<string, string>();
  let at = address;
  for (let step = 0; step < 10; step += 1) {
    const url = new URL(at);
    if (url.pathname.startsWith('/interaction/')) url.searchParams.set('account', account);
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    if (!next) throw new Error(`The provider stopped at ${url.pathname}: ${await answer.text()}`);
    at = new URL(next, url).href;
    if (new URL(at).origin !== new URL(address).origin) return new URL(at).search.slice(1);
  }
  throw new Error('The provider never came back.');
}
