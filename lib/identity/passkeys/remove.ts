import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { tenantsOfUser } from '@/db/directory';
import { passkeys } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { canonicalHost } from '../../tenancy/urls';
import { settleWithout } from '../factors/held';
import { tellOwner } from '../factors/tell';
import { keepAWayIn } from '../methods/lock-out';
import { signedInPerson } from '../person-only';
import { lockAccount, type Passkey } from './passkey';

const p = passkeys;

/**
 * Takes a passkey away. One that works at another workspace of the person is taken away there, where it
 * can be told what that means. Throws `not_found`, and `precondition` where the workspace asks for a
 * second factor and none would be left, or where no admin could come in any more.
 */
export async function removePasskey(ctx: PoolCtx, id: string): Promise<void> {
  const { user, session } = signedInPerson(ctx);
  const tenants = await tenantsOfUser(user.id);
  const here = canonicalHost(ctx.tenant);
  await ctx.transact(async (db) => {
    const passkey = await keepAWayIn(db, here, () => takeAway(db, user.id, id));
    const { host } = passkey;
    if (host !== here && tenants.some((one) => canonicalHost(one) === host)) throw notHere(host);
    const { loginId } = session;
    const gone = { userId: user.id, kind: 'passkey' as const, host, loginId };
    await settleWithout(db, { ...gone, tenants, here: ctx.tenant.id });
    ctx.about('user', user.id, { passkey: passkey.name, host });
    await tellOwner(ctx, db, { userId: user.id, what: 'passkey_removed', passkey });
  });
}

async function takeAway(db: ControlDb, userId: string, id: string): Promise<Passkey> {
  await lockAccount(db, userId);
  const [passkey] = await db
    .delete(p)
    .where(and(eq(p.id, id), eq(p.userId, userId)))
    .returning();
  if (!passkey) throw notFound('This passkey');
  return passkey;
}

/** Calls one otherwise. Throws `not_found`. */
export async function renamePasskey(
  ctx: PoolCtx,
  { passkeyId, name }: { passkeyId: string; name: string },
): Promise<void> {
  const { user } = signedInPerson(ctx);
  const renamed = await ctx.db
    .update(p)
    .set({ name })
    .where(and(eq(p.id, passkeyId), eq(p.userId, user.id)))
    .returning({ id: p.id });
  if (renamed.length === 0) throw notFound('This passkey');
  ctx.about('user', user.id, { passkey: name });
}

const notHere = (host: string) =>
  new AppError('precondition', `This passkey works at ${host}. Remove it there.`);
