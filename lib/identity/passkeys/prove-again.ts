import { eq } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import { sessions } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { countGuess, forgetGuesses } from '../guesses';
import { signedInPerson } from '../person-only';
import type { Ceremony } from './challenges';
import { wantParty } from './party';
import { holdPasskey, listOpenAt } from './passkey';
import { askForPasskey, provePasskey } from './prove';
import type { Assertion } from './shapes';
import { notAccepted } from './sign-in';

function ceremonyOf(ctx: PoolCtx): Ceremony {
  const { user, session } = signedInPerson(ctx);
  return { purpose: 'proof', browser: session.id, userId: user.id };
}

/** Asks the signed-in person for one of their passkeys. Throws `precondition` when none works here. */
export async function beginPasskeyProof(ctx: PoolCtx) {
  const { host } = wantParty(ctx);
  const open = await listOpenAt(ctx.db, signedInPerson(ctx).user.id, host);
  if (open.length === 0) {
    throw new AppError('precondition', 'You have no passkey that works here.');
  }
  return await askForPasskey(ctx, ceremonyOf(ctx), open);
}

/** Makes the session fresh. Throws `invalid` on `assertion`, `limit` after ten tries. */
export async function proveAgainByPasskey(ctx: PoolCtx, assertion: Assertion): Promise<void> {
  const { user, session } = signedInPerson(ctx);
  const guess = { kind: 'code', poolId: ctx.tenant.poolId, email: user.id } as const;
  await countGuess({ ...guess, address: ctx.call.address });
  const passkey = await provePasskey(ctx, ceremonyOf(ctx), assertion);
  if (!passkey) throw notAccepted();
  await ctx.transact(async (db) => {
    if (!(await holdPasskey(db, passkey.id))) throw notAccepted();
    await db.update(sessions).set({ provenAt: databaseNow }).where(eq(sessions.id, session.id));
    ctx.about('login', session.loginId, { way: 'passkey' });
  });
  await forgetGuesses(guess);
}
