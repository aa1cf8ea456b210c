import { cookies, headers } from 'next/headers';
import { nonceCookie } from './cookies';
import { authFor, type Entry, SignInRefused } from './next-auth';

/** Signs this browser in with a password and sets its cookie. Rejects with the verb's own error. */
export const enterWithPassword = (email: string, password: string): Promise<Entry> =>
  enter('password', { email, password });

/**
 * Signs this browser in with a mailed link or a ticket, sets its cookie and answers the path the
 * ticket leads to. Rejects with the verb's own error.
 */
export async function enterWithTicket(ticket: string): Promise<string> {
  const { returnPath } = await enter('ticket', { ticket });
  (await cookies()).delete(nonceCookie());
  return returnPath ?? '/';
}

async function enter(provider: 'password' | 'ticket', proof: Record<string, string>) {
  const entry: Entry = {};
  const { signIn } = authFor(await headers(), entry);
  try {
    await signIn(provider, { ...proof, redirectTo: '/', redirect: false });
    return entry;
  } catch (error) {
    throw error instanceof SignInRefused ? error.reason : error;
  }
}

/** Takes this browser's session cookie away. The row is ended by `session.end`. */
export async function forgetCookie(): Promise<void> {
  await authFor(await headers()).signOut({ redirectTo: '/sign-in', redirect: false });
}
