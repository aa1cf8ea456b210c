'use server';

import { headers } from 'next/headers';
import { v7 as uuidv7 } from 'uuid';
import { type ActionResult, action, answered } from '../doors/action';
import type { DoorCall } from '../doors/call';
import { invoke } from '../doors/callable';
import { webCall } from '../doors/web-call';
import { accountProcedures } from './account-procedures';
import { enterWithPassword, enterWithTicket, forgetCookie } from './enter';
import { invitationProcedures } from './invitation-procedures';
import { safePath } from './paths';
import { sessionProcedures } from './session-procedures';
import { signInProcedures } from './sign-in-procedures';
import { tokenProcedures } from './token-procedures';

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
    await enterWithPassword(input.email, input.password);
    return { next: safePath(input.next) };
  });
}

export async function signInWithTicket(ticket: string): Promise<ActionResult<Next>> {
  return await answered(uuidv7(), async () => ({ next: await enterWithTicket(ticket) }));
}

export async function acceptInvitation(input: {
  token: string;
  name?: string;
  password: string;
}): Promise<ActionResult<Next>> {
  return await answered(uuidv7(), async () => {
    const call = webCall('action', await headers());
    const { ticket } = await invoke(invitationProcedures.invitation.accept, input, call);
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
    await forgetCookie();
    return { next: '/sign-in' };
  });
}

export const requestLink = action(signInProcedures.signIn.requestLink);
export const requestReset = action(signInProcedures.signIn.requestReset);
export const resetPassword = action(signInProcedures.signIn.resetPassword);
export const signOutThere = action(sessionProcedures.session.revoke);
export const updateAccount = action(accountProcedures.account.update);
export const changePassword = action(accountProcedures.account.changePassword);
export const createToken = action(tokenProcedures.tokens.create);
export const revokeToken = action(tokenProcedures.tokens.revoke);
