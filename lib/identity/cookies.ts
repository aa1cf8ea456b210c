import { env } from '../env';

/** Name of a cookie of ours. All are host-only; the __Host- prefix holds browsers to that where TLS allows it. */
export const named = (name: string) => (env().scheme === 'https' ? `__Host-${name}` : name);

export const sessionCookie = () => named('house.session');
export const staffCookie = () => named('house.staff');
/** Binds a hand-off between hosts to the browser that asked for it. */
export const nonceCookie = () => named('house.nonce');

/** Goes on with a sign-in that is not finished. */
export const flowCookie = () => named('house.flow');

/** Binds a sign-in with a passkey to the browser that began it. */
export const passkeyCookie = () => named('house.passkey');

/** Binds what goes on at a tenant's identity provider to the browser that was sent there. */
export const providerCookie = () => named('house.sso');

/** Binds the proofs of two accounts to the browser in which somebody comes over to a shared pool. */
export const claimCookie = () => named('house.claim');

/** Attributes of every cookie we set. */
export const cookieAttributes = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: env().scheme === 'https' }) as const;

/** What takes a cookie of ours away: browsers keep a __Host- cookie that is cleared without its attributes. */
export const cleared = (name: string) => ({ name, ...cookieAttributes() });

/** Value of a cookie in a Cookie header. */
export function readCookie(header: string | null, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
