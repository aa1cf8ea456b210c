import { eq } from 'drizzle-orm';
import { logins } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { wantMethod } from './methods';

/**
 * What a device has proven elsewhere in the pool counts only where that way in is open. Throws
 * `precondition`.
 */
export async function wantMethodOfLogin(
  ctx: PoolCtx,
  db: PoolCtx['db'],
  loginId: string,
): Promise<void> {
  const [login] = await db
    .select({ method: logins.method })
    .from(logins)
    .where(eq(logins.id, loginId));
  if (login) wantMethod(ctx, login.method);
}
