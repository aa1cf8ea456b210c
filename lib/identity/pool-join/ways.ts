import type { PoolCtx } from '../../doors/ctx';
import { methodsOf } from '../methods/methods';
import { methodsNow, wantMethodNow } from '../methods/rescue';

/**
 * Whether a mailed link proves an account in a claim here. Where passwords are off too it does, since
 * nothing else would: a passkey of one host proves nothing there.
 */
export const takesLinks = async (ctx: PoolCtx): Promise<boolean> =>
  !methodsOf(ctx.caller).includes('password') || (await methodsNow(ctx)).includes('magic_link');

/** Throws `precondition` where links are switched off. */
export async function wantLinks(ctx: PoolCtx): Promise<void> {
  if (!(await takesLinks(ctx))) await wantMethodNow(ctx, 'magic_link');
}
