import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { transports } from './transports';

const Bytes = (longest: number) =>
  z
    .string()
    .max(longest, 'This is longer than any answer of a device.')
    .regex(/^[\w-]+$/, 'This is no answer of a device.');

/** What a device signed, as the browser hands it over (base64url). */
export const Assertion = z.strictObject({
  credentialId: Bytes(1400),
  clientDataJSON: Bytes(4000),
  authenticatorData: Bytes(4000),
  signature: Bytes(8000),
  userHandle: Bytes(100).nullable(),
});
export type Assertion = z.output<typeof Assertion>;

/** A key that a device has made. */
export const Attestation = z.strictObject({
  credentialId: Bytes(1400),
  clientDataJSON: Bytes(4000),
  attestationObject: Bytes(20_000),
  transports: z.array(z.enum(transports)).max(10),
});
export type Attestation = z.output<typeof Attestation>;

export const PasskeyName = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(60, 'At most 60 characters.')
  .regex(/^[^\p{Cc}<>]*$/u, 'Leave out control characters and angle brackets.');

const isOptions = (given: unknown) => typeof given === 'object' && given !== null;

/** What `navigator.credentials` is asked with, as @simplewebauthn makes it on one side and reads it on the other. */
export const RequestOptions = z.object({
  options: z.custom<PublicKeyCredentialRequestOptionsJSON>(isOptions),
});
export const CreationOptions = z.object({
  options: z.custom<PublicKeyCredentialCreationOptionsJSON>(isOptions),
});
