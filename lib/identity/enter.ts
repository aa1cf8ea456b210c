import { cookies, headers } from 'next/headers';
import { webCall } from '../doors/web-call';
import { isLanguage, languageCookie, languageCookieSeconds } from '../language/languages';
import {
  cleared,
  cookieAttributes,
  flowCookie,
  nonceCookie,
  passkeyCookie,
  sessionCookie,
} from './cookies';
import { authFor, type Entry, SignInRefused } from './next-auth';

/** Where the page goes on while a sign-in is not finished. */
export const stepsPath = '/sign-in/steps';

/** Signs this browser in with a password and sets its cookie. Rejects with the verb's own error. */
export const enterWithPassword = (email: string, password: string): Promise<Entry> =>
  enter('password', { email, password });

/**
 * Signs this browser in with a mailed link or a ticket, sets its cookie and answers the path to go
 * to. Rejects with the verb's own error.
 */
export async function enterWithTicket(ticket: string): Promise<string> {
  const { returnPath, flow } = await enter('ticket', { ticket });
  (await cookies()).delete(cleared(nonceCookie()));
  return flow ? stepsPath : (returnPath ?? '/');
}

/** Finishes the sign-in that this browser has begun. Rejects with the verb's own error. */
export async function enterWithCode(code: string, way: 'code' | 'set_up'): Promise<Entry> {
  const entry = await enter('code', { code, way });
  (await cookies()).delete(cleared(flowCookie()));
  return entry;
}

/** Signs this browser in with what one of its devices signed, as JSON; `step` for a sign-in under way. */
export async function enterWithPasskey(assertion: string, way: 'whole' | 'step'): Promise<Entry> {
  const entry = await enter('passkey', { assertion, way });
  (await cookies()).delete(cleared(way === 'step' ? flowCookie() : passkeyCookie()));
  return entry;
}

/** Finishes the sign-in that this browser has begun with the key that one of its devices made, as JSON. */
export async function enterWithNewPasskey(name: string, attestation: string): Promise<Entry> {
  const entry = await enter('passkey', { name, assertion: attestation, way: 'set_up' });
  (await cookies()).delete(cleared(flowCookie()));
  return entry;
}

/** Signs this browser in that comes back from the tenant's identity provider, as far as that goes. */
export const enterFromProvider = ({ query }: { query: string }): Promise<Entry> =>
  enter('sso', { query });

/** The same with the proof that the address is theirs. Rejects with the verb's own error. */
export const enterConfirmed = (token: string, code: string): Promise<Entry> =>
  enter('sso', { token, code });

/** Keeps what goes on with a sign-in, for the few minutes it lasts. */
export async function keepFlow(flow: string): Promise<void> {
  (await cookies()).set(flowCookie(), flow, { ...cookieAttributes(), maxAge: 600 });
}

async function enter(
  provider: 'password' | 'ticket' | 'code' | 'passkey' | 'sso',
  proof: Record<string, string>,
) {
  const entry: Entry = {};
  const { signIn } = authFor(await headers(), entry);
  try {
    await signIn(provider, { ...proof, redirectTo: '/', redirect: false });
    await keepLanguage();
    return entry;
  } catch (error) {
    if (entry.flow) await keepFlow(entry.flow);
    if (entry.flow || entry.confirm || entry.refused) return entry;
    throw error instanceof SignInRefused ? error.reason : error;
  }
}

/** Pages follow the language of the account from the first one on. */
async function keepLanguage() {
  const jar = await cookies();
  const token = jar.get(sessionCookie())?.value;
  const asked = new Headers(await headers());
  asked.set('cookie', `${sessionCookie()}=${token ?? ''}`);
  const { user } = await webCall('action', asked).caller();
  if (!isLanguage(user?.locale)) return;
  const attributes = { path: '/', sameSite: 'lax', maxAge: languageCookieSeconds } as const;
  jar.set(languageCookie, user.locale, attributes);
}

/** Takes this browser's session cookie away. The row is ended by `session.end`. */
export async function forgetCookie(): Promise<void> {
  await authFor(await headers()).signOut({ redirectTo: '/sign-in', redirect: false });
}
