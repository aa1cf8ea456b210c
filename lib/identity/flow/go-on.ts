import type { PoolCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { proveByCode, wrongCode } from '../factors/factor';
import { countGuess, forgetGuesses } from '../guesses';
import { signedInHere } from '../person-only';
import type { OpenedSession } from '../sessions';
import { finishFlow, guessOn, leftHere, placeOf } from './finish';
import { beginFlow, openFlow } from './flows';
import type { Step } from './steps';

/** What a flow waits for. Throws `unauthenticated` when it is over. */
export async function flowState(ctx: PoolCtx, token: string): Promise<{ steps: Step[] }> {
  const flow = await openFlow(ctx.db, token, placeOf(ctx));
  return { steps: await leftHere(ctx, ctx.db, flow) };
}

/**
 * Ends a flow with a code of the authenticator or a recovery code. Throws `invalid` on `code`,
 * `limit` after ten tries, `unauthenticated` when the flow is over.
 */
export async function goOnWithCode(
  ctx: PoolCtx,
  { flow: token, code }: { flow: string; code: string },
): Promise<OpenedSession & { returnPath: string }> {
  const begun = await openFlow(ctx.db, token, placeOf(ctx));
  await countGuess({ ...guessOn(ctx, begun), address: ctx.call.address });
  const opened = await ctx.transact((db) =>
    finishFlow(ctx, db, {
      token,
      prove: async (flow) => {
        const secondFactor = await proveByCode(db, flow, code);
        if (!secondFactor) throw wrongCode();
        return secondFactor;
      },
    }),
  );
  await forgetGuesses(guessOn(ctx, begun));
  return opened;
}

/** A flow for somebody who is signed in and owes a second factor since. Throws `precondition`. */
export async function resume(ctx: PoolCtx, returnPath: string) {
  const { user, session } = signedInHere(ctx);
  const place = { ...placeOf(ctx), poolId: ctx.tenant.poolId, userId: user.id };
  const { loginId } = session;
  const steps = await leftHere(ctx, ctx.db, { ...place, loginId });
  if (steps.length === 0) throw new AppError('precondition', 'Nothing is left to prove here.');
  ctx.about('user', user.id, { left: steps });
  const begun = await beginFlow(ctx.db, { ...place, loginId, method: 'session', returnPath });
  return { ...begun, steps };
}
