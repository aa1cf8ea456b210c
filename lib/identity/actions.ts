'use server';

import { cookies, headers } from 'next/headers';
import { v7 as uuidv7 } from 'uuid';
import { type ActionResult, action, answered } from '../doors/action';
import type { DoorCall } from '../doors/call';
import { invoke } from '../doors/callable';
import { webCall } from '../doors/web-call';
import { accountProcedures } from './account-procedures';
import { flowCookie } from './cookies';
import {
  enterConfirmed,
  enterWithCode,
  enterWithPassword,
  enterWithTicket,
  forgetCookie,
  keepFlow,
  stepsPath,
} from './enter';
import { factorProcedures } from './factors/procedures';
import { forgetOwnClaim } from './forget-claim';
import { invitationProcedures } from './invitation-procedures';
import { joinProcedures } from './joining/procedures';
import { pathAfter } from './oidc/crossing';
import { safePath } from './paths';
import { sessionProcedures } from './session-procedures';
import { signInProcedures } from './sign-in-procedures';
import { tokenProcedures } from './tokens/procedures';

/** Where the browser goes next: a path of this host. */
interface Next {
  next: string;
}

export async function signInWithPassword(input: {
  email: string;
  password: string;
  next: string | null;
}): Promise<ActionResult<Next>> {
  return await answered(uuidv7(), async () => {
    const { flow } = await enterWithPassword(input.email, input.password);
    const next = safePath(input.next);
    return { next: flow ? onThe(stepsPath, next) : next };
  });
}

/** Finishes the sign-in that this browser has begun, with the second factor that it has. */
export async function signInWithCode(input: {
  code: string;
  next: string | null;
}): Promise<ActionResult<Next>> {
  return await answered(uuidv7(), async () => {
    const { returnPath } = await enterWithCode(input.code, 'code');
    return { next: wayOn(input.next, returnPath) };
  });
}

/** Begins the second factor that this browser's sign-in demands. */
export async function beginSetUp(): Promise<ActionResult<{ secret: string; uri: string }>> {
  return await answered(uuidv7(), async () => {
    const flow = (await cookies()).get(flowCookie())?.value ?? '';
    const call = webCall('action', await headers());
    return await invoke(signInProcedures.signIn.setUp, { flow }, call);
  });
}

/** Finishes the sign-in with it; the recovery codes are shown once. */
export async function confirmSetUp(input: {
  code: string;
  next: string | null;
}): Promise<ActionResult<Next & { recoveryCodes: string[] }>> {
  return await answered(uuidv7(), async () => {
    const { returnPath, recoveryCodes = [] } = await enterWithCode(input.code, 'set_up');
    return { next: wayOn(input.next, returnPath), recoveryCodes };
  });
}

/** Goes on with the sign-in of somebody who is signed in and came to owe a second factor. */
export async function resumeSignIn(input: { next: string | null }): Promise<ActionResult<Next>> {
  return await answered(uuidv7(), async () => {
    const returnPath = safePath(input.next);
    const call = webCall('action', await headers());
    const { flow } = await invoke(signInProcedures.signIn.resume, { returnPath }, call);
    await keepFlow(flow);
    return { next: onThe(stepsPath, returnPath) };
  });
}

const onThe = (path: string, next: string) =>
  next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`;

/** Where the form was opened for, else where the link or ticket leads. */
const wayOn = (next: string | null, returnPath: string | undefined) =>
  next ? safePath(next) : (returnPath ?? '/');

export async function signInWithTicket(ticket: string): Promise<ActionResult<Next>> {
  return await answered(uuidv7(), async () => ({ next: await enterWithTicket(ticket) }));
}

/** Confirms the address that the tenant's identity provider named. */
export async function confirmArrival(input: {
  token: string;
  code: string;
}): Promise<ActionResult<Next>> {
  return await answered(uuidv7(), async () => ({
    next: await pathAfter(await enterConfirmed(input.token, input.code)),
  }));
}

export async function acceptInvitation(input: {
  token: string;
  name?: string;
  password?: string;
}): Promise<ActionResult<Next>> {
  return await answered(uuidv7(), async () => {
    const call = webCall('action', await headers());
    const { ticket } = await invoke(invitationProcedures.invitation.accept, input, call);
    return { next: await enterWithTicket(ticket) };
  });
}

/** Joins with a mailed link, with a new account or an existing one. */
export async function acceptJoin(input: {
  token: string;
  name?: string;
  password?: string;
}): Promise<ActionResult<Next>> {
  return await answered(uuidv7(), async () => {
    const call = webCall('action', await headers());
    const { ticket } = await invoke(joinProcedures.joining.accept, input, call);
    return { next: await enterWithTicket(ticket) };
  });
}

/** Signs this device out and takes its cookie away. */
export async function signOut(): Promise<ActionResult<Next>> {
  return await leave((call) => invoke(sessionProcedures.session.end, {}, call));
}

/** Signs every device of this person out, this one included. */
export async function signOutEverywhere(): Promise<ActionResult<Next>> {
  return await leave((call) => invoke(sessionProcedures.session.endAll, {}, call));
}

async function leave(end: (call: DoorCall) => Promise<unknown>): Promise<ActionResult<Next>> {
  return await answered(uuidv7(), async () => {
    await end(webCall('action', await headers()));
    await forgetOwnClaim();
    await forgetCookie();
    return { next: '/sign-in' };
  });
}

export const proofWay = action(sessionProcedures.session.proofWay);
export const proveAgain = action(sessionProcedures.session.prove);
export const beginAuthenticator = action(factorProcedures.factors.begin);
export const confirmAuthenticator = action(factorProcedures.factors.confirm);
export const renewRecoveryCodes = action(factorProcedures.factors.renewCodes);
export const removeAuthenticator = action(factorProcedures.factors.remove);
export const requestLink = action(signInProcedures.signIn.requestLink);
export const requestJoin = action(joinProcedures.joining.request);
export const requestReset = action(signInProcedures.signIn.requestReset);
export const resetPassword = action(signInProcedures.signIn.resetPassword);
export const signOutThere = action(sessionProcedures.session.revoke);
export const updateAccount = action(accountProcedures.account.update);
export const changePassword = action(accountProcedures.account.changePassword);
export const createToken = action(tokenProcedures.tokens.create);
export const rotateToken = action(tokenProcedures.tokens.rotate);
export const revokeToken = action(tokenProcedures.tokens.revoke);
