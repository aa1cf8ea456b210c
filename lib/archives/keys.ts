import {
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { env } from '../env';

/** The random part of a tenant's archive key; without it no archive of that tenant opens again. */
export interface TenantKey {
  id: string;
  /** 32 bytes, hexadecimal. */
  salt: string;
}

/** Key of one archive: from the master secret, the tenant's own salt and the archive's id. */
export function archiveKey({ id, salt }: TenantKey, tenantId: string, archiveId: string): Buffer {
  const info = `archive:${tenantId}:${id}:${archiveId}`;
  return Buffer.from(hkdfSync('sha256', env().ROWHOUSE_SECRET, Buffer.from(salt, 'hex'), info, 32));
}

const signatureKey = (): KeyObject => {
  const seed = hkdfSync('sha256', env().ROWHOUSE_SECRET, '', 'archive-signature', 32);
  // The fixed head of an Ed25519 private key in PKCS#8.
  const head = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({
    key: Buffer.concat([head, Buffer.from(seed)]),
    format: 'der',
    type: 'pkcs8',
  });
};

/** Ed25519 over the text, base64. */
export const signText = (text: string) =>
  sign(null, Buffer.from(text), signatureKey()).toString('base64');

export const isSigned = (text: string, signature: string) =>
  verify(
    null,
    Buffer.from(text),
    createPublicKey(signatureKey()),
    Buffer.from(signature, 'base64'),
  );
