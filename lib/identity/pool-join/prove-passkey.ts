import type { PoolCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { countCall } from '../guesses';
import { methodsOf, wantMethod } from '../methods/methods';
import { partyAt } from '../passkeys/party';
import { holdPasskey } from '../passkeys/passkey';
import { askForPasskey, provePasskey } from '../passkeys/prove';
import type { Assertion } from '../passkeys/shapes';
import { type Claim, noteInClaim, openClaim, proofsOf, wantTurn } from './claims';
import { wantUnclaimed } from './prove';
import { poolOf } from './sides';

/** Unknown, shut, of another host, pool or claim, not verified: all get these words. */
const notTaken = () =>
  new AppError(
    'unauthenticated',
    'This passkey proves nothing here. Prove your former account another way.',
  );

/**
 * Whether a passkey proves an account in a claim here. Of the former one alone: those of the tenant's
 * host were made while it was in the former pool, and those of the shared pool belong to other hosts.
 */
export const takesPasskeys = (ctx: PoolCtx, { purpose }: Claim): boolean =>
  purpose === 'come_over' && methodsOf(ctx.caller).includes('passkey') && partyAt(ctx) !== null;

/** Asks a browser for any passkey of this host. Throws `unauthenticated`, `limit`, `precondition`. */
export async function beginClaimPasskey(ctx: PoolCtx, { claim: token }: { claim: string }) {
  const { ceremony } = await open(ctx, token);
  await countCall('challenge', { poolId: ctx.tenant.poolId, address: ctx.call.address });
  return await askForPasskey(ctx, ceremony);
}

/**
 * Proves the former account by a passkey: possession and verification, so nothing more is asked.
 * Throws `unauthenticated` in one form for every reason, after equal work, `limit` after 300 from one
 * address, `precondition` where the way is switched off or it is not the account's turn.
 */
export async function proveByPasskey(
  ctx: PoolCtx,
  { claim: token, assertion }: { claim: string; assertion: Assertion },
): Promise<void> {
  const { claim, ceremony } = await open(ctx, token);
  const pool = await poolOf(ctx, claim, 'former');
  await countCall('passkey', { poolId: ctx.tenant.poolId, address: ctx.call.address });
  const passkey = await provePasskey(ctx, ceremony, assertion, pool);
  const userId = passkey?.userId ?? claim.id;
  const state = await pool.run(async (db) => {
    // As long as this lasts, what can prove the account includes what did.
    const held = await holdPasskey(db, passkey?.id ?? claim.id);
    const proofs = await proofsOf(db, userId);
    return held ? proofs : null;
  });
  if (!passkey || !state) throw notTaken();
  await wantUnclaimed(ctx.db, userId);
  await ctx.transact(async (db) => {
    await noteInClaim(ctx, db, { token, formerUserId: userId, formerState: state });
    ctx.about('user', userId, { side: 'former', method: 'passkey' });
  });
}

async function open(ctx: PoolCtx, token: string) {
  wantMethod(ctx, 'passkey');
  const claim = await openClaim(ctx, token);
  wantTurn(claim, 'former');
  return { claim, ceremony: { purpose: 'claim', browser: token, userId: null } as const };
}
