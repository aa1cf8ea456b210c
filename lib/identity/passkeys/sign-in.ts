import type { PoolCtx } from '../../doors/ctx';
import { AppError, invalid } from '../../errors';
import { finishFlow, guessOn, placeOf } from '../flow/finish';
import { openFlow } from '../flow/flows';
import { type Entrance, letIn, mayEnter } from '../flow/let-in';
import { countCall, countGuess, forgetGuesses } from '../guesses';
import { wantMethod } from '../methods/methods';
import { newToken } from '../secrets';
import type { OpenedSession } from '../sessions';
import { wantParty } from './party';
import { holdPasskey, listOpenAt } from './passkey';
import { askForPasskey, provePasskey } from './prove';
import type { Assertion } from './shapes';

/** Unknown, shut, of another host, tenant or pool, of no member, not verified: all get these words. */
const refused = () =>
  new AppError('unauthenticated', 'This passkey opens nothing here. Sign in another way.');

/** Asks a browser for any passkey of this host; it knows of whom, and we do not. */
export async function beginPasskeySignIn(ctx: PoolCtx) {
  wantMethod(ctx, 'passkey');
  await countCall('challenge', { poolId: ctx.tenant.poolId, address: ctx.call.address });
  const browser = newToken();
  const ceremony = { purpose: 'sign_in', browser, userId: null } as const;
  return { ...(await askForPasskey(ctx, ceremony)), browser };
}

interface Answered {
  browser: string;
  assertion: Assertion;
  /** As `safePath` leaves it. */
  returnPath: string;
}

/**
 * Signs in whose passkey it is: possession and verification, so nothing more is asked. Throws
 * `unauthenticated` in one form for every reason, after equal work, `limit` after 300 from one address.
 */
export async function enterWithPasskey(
  ctx: PoolCtx,
  { browser, assertion, returnPath }: Answered,
): Promise<Entrance> {
  wantMethod(ctx, 'passkey');
  await countCall('passkey', { poolId: ctx.tenant.poolId, address: ctx.call.address });
  const ceremony = { purpose: 'sign_in', browser, userId: null } as const;
  const passkey = await provePasskey(ctx, ceremony, assertion);
  if (!passkey) throw refused();
  return await ctx.transact(async (db) => {
    const { id, userId } = passkey;
    if (!(await holdPasskey(db, id)) || !(await mayEnter(db, userId))) throw refused();
    const how = { method: 'passkey', secondFactor: 'passkey' } as const;
    return await letIn(ctx, db, { ...how, userId, loginId: null, returnPath });
  });
}

/** Asks for a passkey as the second proof of a sign-in that began otherwise. Throws `precondition`. */
export async function beginPasskeyStep(ctx: PoolCtx, token: string) {
  const { host } = wantParty(ctx);
  const { userId } = await openFlow(ctx.db, token, placeOf(ctx));
  const open = await listOpenAt(ctx.db, userId, host);
  if (open.length === 0) {
    throw new AppError('precondition', 'You have no passkey that works here.');
  }
  return await askForPasskey(ctx, { purpose: 'second_factor', browser: token, userId }, open);
}

/** Ends the sign-in with it. Throws `invalid` on `assertion`, which leaves the sign-in open. */
export async function finishWithPasskey(
  ctx: PoolCtx,
  { flow: token, assertion }: { flow: string; assertion: Assertion },
): Promise<OpenedSession & { returnPath: string }> {
  const begun = await openFlow(ctx.db, token, placeOf(ctx));
  const guess = guessOn(ctx, begun);
  await countGuess({ ...guess, address: ctx.call.address });
  const ceremony = { purpose: 'second_factor', browser: token, userId: begun.userId } as const;
  const passkey = await provePasskey(ctx, ceremony, assertion);
  if (!passkey) throw notAccepted();
  const opened = await ctx.transact(async (db) => {
    return await finishFlow(ctx, db, {
      token,
      prove: async () => {
        if (await holdPasskey(db, passkey.id)) return 'passkey';
        throw notAccepted();
      },
    });
  });
  await forgetGuesses(guess);
  return opened;
}

/** Of somebody who is known: they may have another way. */
export const notAccepted = () =>
  invalid('assertion', 'This passkey was not accepted. Try again, or use another way.');
