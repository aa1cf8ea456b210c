import { generateKeyPairSync } from 'node:crypto';

/** A P-256 public key in COSE form (RFC 9053), from its JWK. */
export const coseOf = ({ x = '', y = '' }: { x?: string; y?: string }): Buffer =>
  Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);

let key: Buffer | undefined;

/** A key that nobody has the other half of: what an unknown passkey is verified with, for equal work. */
export function decoyKey(): Buffer {
  key ??= coseOf(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
  );
  return key;
}
