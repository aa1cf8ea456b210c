import { createHash, randomBytes } from 'node:crypto';

/** An opaque credential: 256 random bits, base64url. */
export const newToken = () => randomBytes(32).toString('base64url');

/** How every credential is stored: SHA-256, hex. Enough for 256-bit secrets; passwords use argon2id. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
