import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { env } from './env';

/**
 * Encrypts short texts for one purpose, under a key of their own. AES-256-GCM, base64url. What a text
 * is bound to (whose it is) must be named again to open it.
 */
export function sealer(purpose: string) {
  const key = () => Buffer.from(hkdfSync('sha256', env().ROWHOUSE_SECRET, '', purpose, 32));
  return {
    seal(plain: string, boundTo = ''): string {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(), iv).setAAD(Buffer.from(boundTo));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    /** Throws when the text was altered, or sealed for another purpose or under another secret. */
    unseal(sealed: string, boundTo = ''): string {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12));
      decipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString(
        'utf8',
      );
    },
  };
}
