import { createHmac } from 'node:crypto';
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { invoke } from '../doors/callable';
import { type HeaderSource, hostOf, webCall } from '../doors/web-call';
import { env } from '../env';
import { isAppError } from '../errors';
import { log } from '../log';
import { cookieAttributes, named, nonceCookie, readCookie, sessionCookie } from './cookies';
import { safePath } from './paths';
import { sessionProcedures } from './session-procedures';
import { signInProcedures } from './sign-in-procedures';

const { withPassword, withTicket } = signInProcedures.signIn;

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
  /** Where the ticket leads, a path. */
  returnPath?: string;
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
      csrfToken: { name: named('rowhouse.csrf'), options: cookieAttributes() },
      callbackUrl: { name: named('rowhouse.return'), options: cookieAttributes() },
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
    providers: [passwordProvider(headers), ticketProvider(headers, entry)],
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

const passwordProvider = (headers: HeaderSource) =>
  Credentials({
    id: 'password',
    credentials: { email: {}, password: {} },
    authorize: async ({ email, password }) => {
      const input = { email: String(email ?? ''), password: String(password ?? '') };
      return await proven(async () => {
        const { token } = await invoke(withPassword, input, webCall('action', headers));
        return { sessionToken: token };
      });
    },
  });

const ticketProvider = (headers: HeaderSource, entry: Entry) =>
  Credentials({
    id: 'ticket',
    credentials: { ticket: {} },
    authorize: async ({ ticket }) => {
      const nonce = readCookie(headers.get('cookie'), nonceCookie());
      const input = { ticket: String(ticket ?? ''), nonce };
      return await proven(async () => {
        const opened = await invoke(withTicket, input, webCall('action', headers));
        entry.returnPath = opened.returnPath;
        return { sessionToken: opened.token };
      });
    },
  });

async function proven(prove: () => Promise<{ sessionToken: string }>) {
  try {
    return await prove();
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
