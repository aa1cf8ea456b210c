import { eq } from 'drizzle-orm';
import { users } from '@/db/schema/control';
import type { PoolCtx } from '../doors/ctx';
import { AppError } from '../errors';
import { markVerified } from './accounts';
import { forgetGuesses } from './guesses';
import { wantMethod } from './methods/methods';
import { redeemOneTime, spendAllOneTime } from './one-time';
import { settlePassword } from './passwords/choose';
import { hashPassword } from './passwords/hashing';
import { endLogins } from './sessions';

/**
 * Spends a mailed reset link: new password, every device signed out, every other link worthless.
 * Throws `unauthenticated` for a link that is used, old or of another host.
 */
export async function resetPassword(
  ctx: PoolCtx,
  { token, password }: { token: string; password: string },
): Promise<void> {
  wantMethod(ctx, 'password');
  const secret = await hashPassword(password);
  const user = await ctx.transact(async (db) => {
    const row = await redeemOneTime(db, {
      token,
      purposes: ['reset'],
      tenantId: ctx.tenant.id,
      host: ctx.caller.host.host,
    });
    const [account] = row ? await db.select().from(users).where(eq(users.id, row.userId)) : [];
    if (account?.state !== 'active') throw worthless();
    const chosen = { password, secret, field: 'password' };
    await settlePassword(db, { account, tenant: ctx.tenant.name }, chosen);
    await markVerified(db, account.id);
    await spendAllOneTime(db, account.id);
    const ended = await endLogins(db, account.id);
    ctx.about('user', account.id, { ended });
    return account;
  });
  await forgetGuesses({ kind: 'password', poolId: user.poolId, email: user.email });
}

const worthless = () =>
  new AppError('unauthenticated', 'This link was used already or is too old. Ask for a new one.');
