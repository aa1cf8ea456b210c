import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { invoke } from '../../doors/callable';
import type { TestMember, TestTenant, World } from '../../doors/testing';
import { hostUrl } from '../../tenancy/urls';
import { coseOf } from './decoy';
import { passkeyProcedures } from './procedures';
import type { Assertion, Attestation } from './shapes';

/** A key as a device keeps it. */
export interface DeviceKey {
  credentialId: string;
  key: KeyObject;
  cose: Buffer;
  /** What it counts, and says with each signature; 0 forever for a device that does not count. */
  counter: number;
  userHandle: string;
}

/** How a device answers; what is left out is as it should be. */
interface Answer {
  host: string;
  challenge: string;
  origin?: string;
  rpId?: string;
  /** Whether the person was verified, and not just there. */
  verified?: boolean;
  counter?: number;
  crossOrigin?: boolean;
  type?: string;
  userHandle?: string | null;
}

/** A key of its own for a person, of no device in particular. */
export function newDeviceKey(userId: string, counter = 0): DeviceKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    credentialId: randomBytes(32).toString('base64url'),
    key: privateKey,
    cose: coseOf(publicKey.export({ format: 'jwk' })),
    counter,
    userHandle: Buffer.from(userId).toString('base64url'),
  };
}

/** What a device says of a key that it has made (fmt `none`). */
export function attest(device: DeviceKey, answer: Answer): Attestation {
  const id = Buffer.from(device.credentialId, 'base64url');
  const size = Buffer.alloc(2);
  size.writeUInt16BE(id.length);
  const data = authenticatorData(answer, device.counter, [Buffer.alloc(16), size, id, device.cose]);
  const length = Buffer.alloc(3, 0x59);
  length.writeUInt16BE(data.length, 1);
  const object = [
    ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
    ...[text('authData'), length, data],
  ];
  return {
    credentialId: device.credentialId,
    clientDataJSON: clientData({ type: 'webauthn.create', ...answer }).toString('base64url'),
    attestationObject: Buffer.concat(object).toString('base64url'),
    transports: ['internal'],
  };
}

/** What a device signs (ES256); a device that counts goes on by one. */
export function assertBy(device: DeviceKey, answer: Answer): Assertion {
  const counter = answer.counter ?? (device.counter === 0 ? 0 : device.counter + 1);
  if (answer.counter === undefined) device.counter = counter;
  const client = clientData({ type: 'webauthn.get', ...answer });
  const data = authenticatorData(answer, counter);
  const hash = createHash('sha256').update(client).digest();
  const signature = sign('sha256', Buffer.concat([data, hash]), device.key);
  return {
    credentialId: device.credentialId,
    clientDataJSON: client.toString('base64url'),
    authenticatorData: data.toString('base64url'),
    signature: signature.toString('base64url'),
    userHandle: answer.userHandle === undefined ? device.userHandle : answer.userHandle,
  };
}

const text = (word: string) =>
  Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);

const clientData = ({ type, host, challenge, origin, crossOrigin = false }: Answer) =>
  Buffer.from(
    JSON.stringify({ type, challenge, origin: origin ?? hostUrl(host, ''), crossOrigin }),
  );

function authenticatorData(
  { host, rpId = host, verified = true }: Answer,
  counter: number,
  made: Buffer[] = [],
): Buffer {
  const flags = 0x01 | (verified ? 0x04 : 0) | (made.length > 0 ? 0x40 : 0);
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const hash = createHash('sha256').update(rpId).digest();
  return Buffer.concat([hash, Buffer.from([flags]), count, ...made]);
}

/** Puts a passkey of somebody there, as if they had made it on a host before; named as said. */
export async function putPasskey(
  { database }: Pick<World, 'database'>,
  { poolId, userId, host }: { poolId: string; userId: string; host: string },
  { id = uuidv7(), name = 'Phone', counter = 0 } = {},
): Promise<DeviceKey> {
  const device = newDeviceKey(userId, counter);
  await database.query(
    `insert into control.passkeys
       (id, pool_id, user_id, host, credential_id, public_key, counter, synced, name)
     values ($1, $2, $3, $4, $5, $6, $7, false, $8)`,
    [
      ...[id, poolId, userId, host, device.credentialId],
      ...[device.cose.toString('base64url'), counter, name],
    ],
  );
  return device;
}

/** Adds a passkey for a member at their tenant, as a browser would. */
export async function givePasskey(member: TestMember, { host }: TestTenant, counter = 0) {
  const { begin, add } = passkeyProcedures.passkeys;
  const { options } = await invoke(begin, {}, member.call());
  const device = newDeviceKey(member.userId, counter);
  const attestation = attest(device, { host, challenge: options.challenge });
  const { id, recoveryCodes } = await invoke(add, { name: 'Phone', attestation }, member.call());
  return { device, id, recoveryCodes };
}
