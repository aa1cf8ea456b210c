import type { PoolCtx } from '../../doors/ctx';
import { canonicalHost } from '../../tenancy/urls';
import { isLockedOut } from './lock-out';
import { methodsOf, type SignInMethod, wantMethod } from './methods';

/**
 * The ways that are open now. Links by mail are one again, for everybody, while no admin could come in
 * otherwise: a passkey was shut, its holder has left, or the host has another name.
 */
export async function methodsNow(ctx: PoolCtx): Promise<SignInMethod[]> {
  const open = methodsOf(ctx.caller);
  const rescued = !open.includes('magic_link') && (await isStuck(ctx));
  return rescued ? [...open, 'magic_link'] : open;
}

/** `wantMethod`, with the way out of a lock-out. Throws `precondition`. */
export async function wantMethodNow(ctx: PoolCtx, method: string): Promise<void> {
  if (method === 'magic_link' && (await methodsNow(ctx)).includes(method)) return;
  wantMethod(ctx, method);
}

const isStuck = ({ db, caller, tenant }: PoolCtx) =>
  isLockedOut(db, caller.methodsOff, canonicalHost(tenant));
