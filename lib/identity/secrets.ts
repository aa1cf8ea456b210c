import { createHash, createHmac, randomBytes } from 'node:crypto';
import { env } from '../env';

/** An opaque credential: 256 random bits, base64url. */
export const newToken = () => randomBytes(32).toString('base64url');

/** How every credential is stored: SHA-256, hex. Enough for 256-bit secrets; passwords use argon2id. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** How what can be guessed is stored, such as an address: nobody tries it against a list without our secret. */
export const keyedHash = (...parts: string[]) =>
  createHmac('sha256', env().ROWHOUSE_SECRET).update(JSON.stringify(parts)).digest('hex');
