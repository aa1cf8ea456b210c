import { and, eq } from 'drizzle-orm';
import { credentials } from '@/db/schema/control';
import type { PoolCtx } from '../doors/ctx';
import { invalid } from '../errors';
import { countGuess, forgetGuesses } from './guesses';
import { spendAllOneTime } from './one-time';
import { settlePassword } from './passwords/choose';
import { checkPassword, hashPassword } from './passwords/hashing';
import { signedInPerson } from './person-only';
import { endLogins } from './sessions';

/**
 * Replaces the password of somebody who knows the present one; other devices are signed out.
 * Throws `invalid` on the field that is wrong, `limit` after ten tries.
 */
export async function changePassword(
  ctx: PoolCtx,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<void> {
  const { user, session } = signedInPerson(ctx);
  const { poolId } = ctx.tenant;
  const guess = { kind: 'password', poolId, email: user.email } as const;
  await countGuess({ ...guess, address: ctx.call.address });
  const [known] = await ctx.db
    .select({ secret: credentials.secret })
    .from(credentials)
    .where(and(eq(credentials.userId, user.id), eq(credentials.kind, 'password')));
  if (!(await checkPassword(known?.secret ?? null, currentPassword))) {
    throw invalid('currentPassword', 'This is not your present password.');
  }
  await forgetGuesses(guess);
  const secret = await hashPassword(newPassword);
  await ctx.transact(async (db) => {
    const chosen = { password: newPassword, secret, field: 'newPassword' };
    await settlePassword(db, { account: { ...user, poolId }, tenant: ctx.tenant.name }, chosen);
    await spendAllOneTime(db, user.id);
    const ended = await endLogins(db, user.id, session.loginId);
    ctx.about('user', user.id, { ended });
  });
}
