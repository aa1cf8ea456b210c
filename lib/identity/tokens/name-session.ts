import { eq } from 'drizzle-orm';
import { sessions } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { signedInPerson } from '../person-only';
import { signAccessToken } from './access-token';

/**
 * Signs a JWT that names the session of an API client, for clients that hand credentials on and must
 * not hand on the session's own. Throws `precondition` for any other caller: a JWT renews no JWT.
 */
export async function nameSession(ctx: PoolCtx) {
  const { user, session } = signedInPerson(ctx);
  if (session.kind !== 'api' || session.byAccessToken) {
    throw new AppError('precondition', 'Only the token from sign-in gives an access token.');
  }
  const [row] = await ctx.db
    .select({ sessionHash: sessions.tokenHash })
    .from(sessions)
    .where(eq(sessions.id, session.id));
  if (!row) throw notFound('This session');
  const about = { userId: user.id, tenantId: ctx.tenant.id, ...row };
  const { token, expiresAt } = await signAccessToken(about);
  return { accessToken: token, expiresAt };
}
