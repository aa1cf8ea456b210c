import { and, eq } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import { credentials, sessions } from '@/db/schema/control';
import type { PoolCtx } from '../doors/ctx';
import { invalid } from '../errors';
import { findAuthenticator, proveByCode, wrongCode } from './factors/factor';
import { countGuess, forgetGuesses } from './guesses';
import { methodsOf, wantMethod } from './methods/methods';
import { checkPassword } from './passwords/hashing';
import { signedInPerson } from './person-only';

/** How somebody who is signed in may prove it again: by their strongest means; null for none. */
export type ProofWay = 'code' | 'password';

export async function proofWay(ctx: PoolCtx): Promise<ProofWay | null> {
  const { user } = signedInPerson(ctx);
  if (await findAuthenticator(ctx.db, user.id)) return 'code';
  if (!methodsOf(ctx.caller).includes('password')) return null;
  return (await passwordOf(ctx, user.id)) ? 'password' : null;
}

/**
 * Makes the session fresh. Throws `invalid` on `proof` when it is wrong, `limit` after ten tries.
 */
export async function proveAgain(ctx: PoolCtx, proof: string): Promise<void> {
  const { user, session } = signedInPerson(ctx);
  const way = await proofWay(ctx);
  const { poolId } = ctx.tenant;
  const guess =
    way === 'code'
      ? ({ kind: 'code', poolId, email: user.id } as const)
      : ({ kind: 'password', poolId, email: user.email } as const);
  await countGuess({ ...guess, address: ctx.call.address });
  if (way !== 'code') wantMethod(ctx, 'password');
  if (way !== 'code' && !(await checkPassword(await passwordOf(ctx, user.id), proof))) {
    throw invalid('proof', 'This is not your password.');
  }
  await ctx.transact(async (db) => {
    if (way === 'code' && !(await proveByCode(db, { poolId, userId: user.id }, proof))) {
      throw invalid('proof', wrongCode().message);
    }
    await db.update(sessions).set({ provenAt: databaseNow }).where(eq(sessions.id, session.id));
    ctx.about('login', session.loginId, { way });
  });
  await forgetGuesses(guess);
}

async function passwordOf(ctx: PoolCtx, userId: string): Promise<string | null> {
  const own = and(eq(credentials.userId, userId), eq(credentials.kind, 'password'));
  const [known] = await ctx.db.select({ secret: credentials.secret }).from(credentials).where(own);
  return known?.secret ?? null;
}
