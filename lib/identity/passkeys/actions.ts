'use server';

import { cookies, headers } from 'next/headers';
import { v7 as uuidv7 } from 'uuid';
import { type ActionResult, action, answered } from '../../doors/action';
import { invoke } from '../../doors/callable';
import { webCall } from '../../doors/web-call';
import { cookieAttributes, flowCookie, passkeyCookie } from '../cookies';
import { enterWithNewPasskey, enterWithPasskey } from '../enter';
import { safePath } from '../paths';
import { sessionProcedures } from '../session-procedures';
import { signInProcedures } from '../sign-in-procedures';
import { passkeyProcedures } from './procedures';
import type { Assertion, Attestation } from './shapes';

const { signIn } = signInProcedures;
const { passkeys } = passkeyProcedures;
const { session } = sessionProcedures;

/** As long as a device may take to answer. */
const cookieSeconds = 5 * 60;

/** Begins a sign-in with a passkey in this browser. */
export async function beginPasskeySignIn() {
  return await answered(uuidv7(), async () => {
    const call = webCall('action', await headers());
    const { options, browser } = await invoke(signIn.beginPasskey, {}, call);
    const kept = { ...cookieAttributes(), maxAge: cookieSeconds };
    (await cookies()).set(passkeyCookie(), browser, kept);
    return { options };
  });
}

/** Begins the second proof of the sign-in that this browser has begun. */
export async function beginPasskeyStep() {
  return await answered(uuidv7(), async () => {
    const flow = (await cookies()).get(flowCookie())?.value ?? '';
    return await invoke(signIn.beginPasskeyStep, { flow }, webCall('action', await headers()));
  });
}

/** Begins the passkey that the sign-in of this browser demands. */
export async function beginPasskeySetUp() {
  return await answered(uuidv7(), async () => {
    const flow = (await cookies()).get(flowCookie())?.value ?? '';
    return await invoke(signIn.beginPasskeySetUp, { flow }, webCall('action', await headers()));
  });
}

/** Finishes the sign-in with it; the recovery codes are shown once. */
export async function signInWithNewPasskey(input: {
  name: string;
  attestation: Attestation;
  next: string | null;
}): Promise<ActionResult<{ next: string; recoveryCodes: string[] }>> {
  return await answered(uuidv7(), async () => {
    const attestation = JSON.stringify(input.attestation);
    const { returnPath, recoveryCodes = [] } = await enterWithNewPasskey(input.name, attestation);
    return { next: safePath(input.next ?? returnPath), recoveryCodes };
  });
}

/** Signs this browser in with what a device signed; `step` finishes a sign-in that began otherwise. */
export async function signInWithPasskey(input: {
  assertion: Assertion;
  way: 'whole' | 'step';
  next: string | null;
}): Promise<ActionResult<{ next: string }>> {
  return await answered(uuidv7(), async () => {
    const { returnPath } = await enterWithPasskey(JSON.stringify(input.assertion), input.way);
    return { next: safePath(input.next ?? returnPath) };
  });
}

export const beginPasskeyProof = action(session.beginPasskeyProof);
export const proveByPasskey = action(session.proveByPasskey);
export const beginPasskey = action(passkeys.begin);
export const addPasskey = action(passkeys.add);
export const renamePasskey = action(passkeys.rename);
export const removePasskey = action(passkeys.remove);
