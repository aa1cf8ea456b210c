import { decoyKey } from './decoy';
import type { Party } from './party';
import type { Passkey } from './passkey';
import type { Assertion, Attestation } from './shapes';

/** ES256, EdDSA and RS256 (COSE): what platforms and security keys of today make. */
export const algorithms = [-7, -8, -257];

interface ClientData {
  challenge: string;
  /** Made in a frame of another site. */
  framed: boolean;
}

/** What the browser says of a ceremony; null when it is no such text. */
export function readClientData(encoded: string): ClientData | null {
  try {
    const said = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    const { challenge, crossOrigin } = said as { challenge?: unknown; crossOrigin?: unknown };
    return typeof challenge === 'string' ? { challenge, framed: crossOrigin === true } : null;
  } catch {
    return null;
  }
}

interface Signed {
  party: Party;
  challenge: string;
  assertion: Assertion;
  /** Null for one that is unknown: the same work is done. */
  passkey: Passkey | null;
}

/** The counter that came with a right signature; null for a wrong one. Judges no counter. */
export async function verifyAssertion(signed: Signed): Promise<{ counter: number } | null> {
  const { party, challenge, assertion, passkey } = signed;
  const { credentialId, clientDataJSON, authenticatorData, signature, userHandle } = assertion;
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  return await orNull(async () => {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...whole(credentialId),
        response: {
          ...{ clientDataJSON, authenticatorData, signature },
          ...(userHandle !== null && { userHandle }),
        },
      },
      ...expectations(party, challenge),
      credential: {
        id: credentialId,
        publicKey: passkey ? bytes(passkey.publicKey) : new Uint8Array(decoyKey()),
        counter: 0,
      },
    });
    return verified && passkey ? { counter: authenticationInfo.newCounter } : null;
  });
}

export interface MadeKey {
  publicKey: string;
  counter: number;
  synced: boolean;
}

/** The key a device has made; null where that cannot be believed. */
export async function verifyAttestation(
  party: Party,
  challenge: string,
  attestation: Attestation,
): Promise<MadeKey | null> {
  const { credentialId, clientDataJSON, attestationObject, transports } = attestation;
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  return await orNull(async () => {
    if (await bringsCertificates(attestationObject)) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...whole(credentialId),
        response: { clientDataJSON, attestationObject, transports },
      },
      ...expectations(party, challenge),
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified || registrationInfo.credential.id !== credentialId) return null;
    const { credential, credentialDeviceType } = registrationInfo;
    return {
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      synced: credentialDeviceType === 'multiDevice',
    };
  });
}

/**
 * Statements with certificates are not asked for, and never read: verifying one fetches the revocation
 * lists that it names, at whatever address.
 */
export async function bringsCertificates(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  const decoded = decodeAttestationObject(bytes(attestationObject));
  const form = decoded.get('fmt');
  return form !== 'none' && (form !== 'packed' || decoded.get('attStmt').get('x5c') !== undefined);
}

const expectations = ({ host, origin }: Party, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: host,
  requireUserVerification: true,
});

const whole = (id: string) => ({
  ...{ id, rawId: id },
  type: 'public-key' as const,
  clientExtensionResults: {},
});

const bytes = (encoded: string) => new Uint8Array(Buffer.from(encoded, 'base64url'));

/** The library throws at whatever it does not believe, with words that are for its developers. */
async function orNull<T>(judge: () => Promise<T | null>): Promise<T | null> {
  try {
    return await judge();
  } catch {
    return null;
  }
}
