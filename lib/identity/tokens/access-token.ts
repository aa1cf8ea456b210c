import { hkdfSync } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { env } from '../../env';

const lifeSeconds = 10 * 60;
const algorithm = 'HS256';
/** RFC 9068, so that no other token that is signed with this key passes for one. */
const type = 'at+jwt';

/** A session as a short-lived JWT names it. It says who asks, and nothing of what they may do. */
export interface Named {
  userId: string;
  /** The audience: the only tenant it is worth anything at. */
  tenantId: string;
  /** Hash of the session's own token, by which each request looks the session up anew. */
  sessionHash: string;
}

const key = () => new Uint8Array(hkdfSync('sha256', env().ROWHOUSE_SECRET, '', 'access token', 32));

/** Signs a session's name for ten minutes. */
export async function signAccessToken({ userId, tenantId, sessionHash }: Named) {
  const expiresAt = new Date((Math.floor(Date.now() / 1000) + lifeSeconds) * 1000);
  const token = await new SignJWT({ sid: sessionHash })
    .setProtectedHeader({ alg: algorithm, typ: type })
    .setSubject(userId)
    .setAudience(tenantId)
    .setIssuedAt()
    .setExpirationTime(expiresAt)
    .sign(key());
  return { token, expiresAt };
}

/** Whether a credential has the form of a JWT; tokens of ours hold no dot. */
export const isAccessToken = (credential: string) => credential.includes('.');

/** Whom a JWT names; null when it was altered, is over, or was signed for something else. */
export async function openAccessToken(text: string): Promise<Named | null> {
  try {
    const { payload } = await jwtVerify<{ sid: string }>(text, key(), {
      algorithms: [algorithm],
      typ: type,
      requiredClaims: ['sub', 'aud', 'exp', 'sid'],
    });
    const { sub, aud, sid } = payload;
    if (typeof sub !== 'string' || typeof aud !== 'string') return null;
    return { userId: sub, tenantId: aud, sessionHash: sid };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
