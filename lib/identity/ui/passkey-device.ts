import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { late } from '@/components/ui/late';
import type { Assertion, Attestation } from '../passkeys/shapes';
import { isTransport } from '../passkeys/transports';

/** Brought when it is wanted: most sign-ins are by other means. */
export const webauthn = late(() => import('@simplewebauthn/browser'));

/** Has one of the person's devices sign; `autofill` waits beside the field of the address instead of asking. */
export async function sign(
  optionsJSON: PublicKeyCredentialRequestOptionsJSON,
  autofill = false,
): Promise<Assertion> {
  const { startAuthentication } = await webauthn.load();
  const { id, response } = await startAuthentication({ optionsJSON, useBrowserAutofill: autofill });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    ...{ credentialId: id, clientDataJSON, authenticatorData, signature },
    userHandle: userHandle ?? null,
  };
}

/** Has one of the person's devices make a key. */
export async function make(
  optionsJSON: PublicKeyCredentialCreationOptionsJSON,
): Promise<Attestation> {
  const { startRegistration } = await webauthn.load();
  const { id, response } = await startRegistration({ optionsJSON });
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return {
    credentialId: id,
    clientDataJSON,
    attestationObject,
    transports: transports.filter(isTransport),
  };
}

/** Why a device gave nothing; `replaced` when another request took its place. */
export type DeviceRefusal = 'cancelled' | 'replaced' | 'held' | 'failed';

export function refusalOf(error: unknown): DeviceRefusal {
  const { name, code } = (error ?? {}) as { name?: string; code?: string };
  if (code === 'ERROR_CEREMONY_ABORTED') return 'replaced';
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'held';
  return name === 'NotAllowedError' ? 'cancelled' : 'failed';
}
