import { createHmac } from 'node:crypto';
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { invoke } from '../doors/callable';
import { type HeaderSource, hostOf, webCall } from '../doors/web-call';
import { env } from '../env';
import { AppError, isAppError } from '../errors';
import { log } from '../log';
import {
  cookieAttributes,
  flowCookie,
  named,
  nonceCookie,
  passkeyCookie,
  providerCookie,
  readCookie,
  sessionCookie,
} from './cookies';
import type { ProviderRefusal } from './oidc/refusal';
import { safePath } from './paths';
import { sessionProcedures } from './session-procedures';
import { signInProcedures } from './sign-in-procedures';

const { withPassword, withTicket, withCode, confirmSetUp, fromProvider, confirmArrival } =
  signInProcedures.signIn;
const { withPasskey, withPasskeyStep, withNewPasskey } = signInProcedures.signIn;

declare module 'next-auth' {
  interface User {
    /** The opaque session token, on its way into the cookie. */
    sessionToken?: string;
  }
}

/** Carries the verb's own error through next-auth. */
export class SignInRefused extends CredentialsSignin {
  readonly reason: unknown;

  constructor(reason: unknown) {
    super('Sign-in refused');
    this.code = isAppError(reason) ? reason.code : 'internal';
    this.reason = reason;
  }
}

/** What a sign-in left behind besides its cookie. */
export interface Entry {
  /** Where it leads, a path. */
  returnPath?: string;
  /** Goes on with a sign-in that is not finished: then there is no session yet. */
  flow?: string;
  /** Of a second factor that was set up on the way. */
  recoveryCodes?: string[];
  /** Address that somebody from the identity provider has to prove first. */
  confirm?: string;
  /** Why the identity provider could not let them in. */
  refused?: ProviderRefusal;
}

/**
 * next-auth for one request. It carries the cookie, whose value is the opaque token of a session
 * row; the row decides, here and at every door. `headers` must be those of the request itself.
 */
export const authFor = (headers: HeaderSource, entry: Entry = {}) =>
  NextAuth(configFor(headers, entry));

function configFor(headers: HeaderSource, entry: Entry): NextAuthConfig {
  const { host } = hostOf(headers);
  const call = webCall('action', headers);
  return {
    trustHost: true,
    basePath: '/api/auth',
    secret: createHmac('sha256', env().ROWHOUSE_SECRET).update(`next-auth:${host}`).digest('hex'),
    useSecureCookies: env().scheme === 'https',
    cookies: {
      sessionToken: { name: sessionCookie(), options: cookieAttributes() },
      csrfToken: { name: named('house.csrf'), options: cookieAttributes() },
      callbackUrl: { name: named('house.return'), options: cookieAttributes() },
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    session: { strategy: 'jwt', maxAge: 30 * 86_400 },
    jwt: {
      encode: async ({ token }) => String(token?.sessionToken ?? ''),
      decode: async ({ token }) => {
        const { user, session } = await call.caller();
        if (!token || !user || !session) return null;
        return { sub: user.id, name: user.name, email: user.email, sessionToken: token };
      },
    },
    providers: [passwordProvider, ticketProvider, codeProvider, passkeyProvider, ssoProvider].map(
      (provider) => provider(headers, entry),
    ),
    callbacks: {
      jwt: ({ token, user }) =>
        user?.sessionToken ? { ...token, sessionToken: user.sessionToken } : token,
      redirect: ({ url, baseUrl }) =>
        baseUrl + safePath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
    events: {
      signOut: async () => {
        await invoke(sessionProcedures.session.end, {}, call);
      },
    },
    logger: { error: logFailure, warn: () => undefined, debug: () => undefined },
  };
}

const passwordProvider = (headers: HeaderSource, entry: Entry) =>
  Credentials({
    id: 'password',
    credentials: { email: {}, password: {} },
    authorize: async ({ email, password }) => {
      const input = { email: String(email ?? ''), password: String(password ?? '') };
      const call = webCall('action', headers);
      return await proven(entry, () => invoke(withPassword, input, call));
    },
  });

const ticketProvider = (headers: HeaderSource, entry: Entry) =>
  Credentials({
    id: 'ticket',
    credentials: { ticket: {} },
    authorize: async ({ ticket }) => {
      const nonce = readCookie(headers.get('cookie'), nonceCookie());
      const input = { ticket: String(ticket ?? ''), nonce };
      return await proven(entry, () => invoke(withTicket, input, webCall('action', headers)));
    },
  });

/** Finishes a sign-in, with a code of the second factor there is or of the one being set up. */
const codeProvider = (headers: HeaderSource, entry: Entry) =>
  Credentials({
    id: 'code',
    credentials: { code: {}, way: {} },
    authorize: async ({ code, way }) => {
      const flow = readCookie(headers.get('cookie'), flowCookie()) ?? '';
      const step = way === 'set_up' ? confirmSetUp : withCode;
      const input = { flow, code: String(code ?? '') };
      return await proven(entry, () => invoke(step, input, webCall('action', headers)));
    },
  });

/**
 * What a device signed: for a sign-in of its own, or as the second proof of one under way, which it may
 * have made a key for.
 */
const passkeyProvider = (headers: HeaderSource, entry: Entry) =>
  Credentials({
    id: 'passkey',
    credentials: { assertion: {}, way: {}, name: {} },
    authorize: async ({ assertion: given, way, name }) => {
      const cookie = headers.get('cookie');
      const call = webCall('action', headers);
      return await proven(entry, () => {
        const assertion = parsed(String(given ?? ''));
        const flow = readCookie(cookie, flowCookie()) ?? '';
        if (way === 'set_up') {
          const made = { flow, name: String(name ?? ''), attestation: assertion };
          return invoke(withNewPasskey, made, call);
        }
        if (way === 'step') {
          return invoke(withPasskeyStep, { flow, assertion }, call);
        }
        const browser = readCookie(cookie, passkeyCookie()) ?? '';
        return invoke(withPasskey, { browser, assertion }, call);
      });
    },
  });

/** Comes back from the tenant's identity provider, or proves the address it named. */
const ssoProvider = (headers: HeaderSource, entry: Entry) =>
  Credentials({
    id: 'sso',
    credentials: { query: {}, token: {}, code: {} },
    authorize: async ({ query, token, code }) => {
      const browser = readCookie(headers.get('cookie'), providerCookie()) ?? '';
      const call = webCall('action', headers);
      return await proven(entry, () =>
        token
          ? invoke(
              confirmArrival,
              { browser, token: String(token), ...(code ? { code: String(code) } : {}) },
              call,
            )
          : invoke(fromProvider, { browser, query: String(query ?? '') }, call),
      );
    },
  });

/** What is no JSON is refused by the operation, as everything else that is wrong. */
function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Outcome =
  | { token: string; returnPath: string; recoveryCodes?: string[] }
  | { flow: string; steps: string[] }
  | { confirm: string }
  | { refused: ProviderRefusal };

async function proven(entry: Entry, prove: () => Promise<Outcome>) {
  try {
    const outcome = await prove();
    if (!('token' in outcome)) {
      Object.assign(entry, outcome);
      throw new AppError('unauthenticated', 'This sign-in is not finished.');
    }
    const { token: sessionToken, ...left } = outcome;
    Object.assign(entry, left);
    return { sessionToken };
  } catch (reason) {
    throw new SignInRefused(reason);
  }
}
// A refusal is an answer, and a cookie whose row ended is everyday life: neither is a failure.
function logFailure(error: Error) {
  const known = error instanceof SignInRefused && isAppError(error.reason);
  if (known || error.name === 'JWTSessionError' || error.name === 'MissingCSRF') return;
  log.error({ err: error instanceof SignInRefused ? error.reason : error }, 'next-auth failed');
}
