import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;

const totpOf = (secret: string, about?: { issuer: string; label: string }) =>
  new TOTP({ ...about, secret: Secret.fromBase32(secret), period: periodSeconds, digits: 6 });

/** A new secret of 160 bits, base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a QR code (Key URI format). */
export const totpUri = (secret: string, about: { issuer: string; label: string }): string =>
  totpOf(secret, about).toString();

/**
 * The interval (RFC 6238) whose code this is, of the present one and its two neighbours; null when
 * it is of none.
 */
export function intervalOf(secret: string, code: string, now = Date.now()): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret).validate({ token, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / periodSeconds) + delta;
}
