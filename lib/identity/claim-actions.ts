'use server';

import { cookies, headers } from 'next/headers';
import { v7 as uuidv7 } from 'uuid';
import { type ActionResult, answered } from '../doors/action';
import { invoke } from '../doors/callable';
import { webCall } from '../doors/web-call';
import { claimCookie, cleared, cookieAttributes } from './cookies';
import { enterWithTicket } from './enter';
import { forgetOwnClaim } from './forget-claim';
import type { Assertion } from './passkeys/shapes';
import { poolJoinProcedures } from './pool-join/procedures';

const { poolClaim, poolJoin } = poolJoinProcedures;

type Side = 'former' | 'new';
type Done = ActionResult<Record<string, never>>;

/** Begins to bring an account over in this browser. */
export async function beginClaim(): Promise<Done> {
  return await answered(uuidv7(), async () => {
    const { claim } = await invoke(poolClaim.begin, {}, await call());
    await keep(claim);
    return {};
  });
}

/** The owner's word; this browser goes on to prove the other account. */
export async function agreeToJoin(): Promise<Done> {
  return await answered(uuidv7(), async () => {
    const { claim } = await invoke(poolJoin.agree, {}, await call());
    await keep(claim);
    return {};
  });
}

/** Forgets what was proven in this browser, for other accounts to be proven instead. */
export async function forgetClaim(): Promise<Done> {
  return await answered(uuidv7(), async () => {
    await forgetOwnClaim();
    return {};
  });
}

export async function claimWithPassword(input: {
  side: Side;
  email: string;
  password: string;
  code?: string;
}): Promise<Done> {
  return await answered(uuidv7(), async () => {
    await invoke(poolClaim.withPassword, { ...input, claim: await kept() }, await call());
    return {};
  });
}

/** Begins the proof by a passkey in this browser. */
export async function beginClaimPasskey() {
  return await answered(
    uuidv7(),
    async () => await invoke(poolClaim.beginPasskey, { claim: await kept() }, await call()),
  );
}

export async function claimWithPasskey(input: { assertion: Assertion }): Promise<Done> {
  return await answered(uuidv7(), async () => {
    await invoke(poolClaim.withPasskey, { ...input, claim: await kept() }, await call());
    return {};
  });
}

export async function requestClaimLink(input: { side: Side; email: string }): Promise<Done> {
  return await answered(uuidv7(), async () => {
    await invoke(poolClaim.requestLink, { ...input, claim: await kept() }, await call());
    return {};
  });
}

export async function claimWithLink(input: { link: string; code?: string }): Promise<Done> {
  return await answered(uuidv7(), async () => {
    await invoke(poolClaim.withLink, { ...input, claim: await kept() }, await call());
    return {};
  });
}

/** Brings the account over and signs this browser in. */
export async function finishClaim(input: {
  name?: string;
  password?: string;
}): Promise<ActionResult<{ next: string }>> {
  return await answered(uuidv7(), async () => {
    const finish = { ...input, claim: await kept() };
    const { ticket } = await invoke(poolClaim.finish, finish, await call());
    (await cookies()).delete(cleared(claimCookie()));
    return { next: await enterWithTicket(ticket) };
  });
}

const call = async () => webCall('action', await headers());

const kept = async () => (await cookies()).get(claimCookie())?.value ?? '';

const keep = async (claim: string) =>
  (await cookies()).set(claimCookie(), claim, { ...cookieAttributes(), maxAge: 1_800 });
