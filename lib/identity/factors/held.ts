import { and, eq, isNotNull, ne } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import type { UserTenant } from '@/db/directory';
import { logins, recoveryCodes } from '@/db/schema/control';
import { AppError } from '../../errors';
import { canonicalHost } from '../../tenancy/urls';
import { secondFactorDemand } from '../flow/demand';
import { holdsPasskey, listOpenAt, lockAccount } from '../passkeys/passkey';
import { refuseLonelyPassword } from '../passwords/lonely';
import { findAuthenticator } from './factor';

/** Whether an account has a second factor of any kind, on whichever host of the pool it works. */
export const holdsFactor = async (db: ControlDb, userId: string): Promise<boolean> =>
  (await findAuthenticator(db, userId)) !== null || (await holdsPasskey(db, userId));

/** The same, and it stays so until this transaction ends. */
export async function keepFactors(db: ControlDb, userId: string): Promise<boolean> {
  await lockAccount(db, userId);
  return await holdsFactor(db, userId);
}

interface Gone {
  userId: string;
  kind: 'totp' | 'passkey';
  /** Of a passkey: the one host where it worked. */
  host?: string;
  /** The device that took it away, which has just proven who it is. */
  loginId: string;
  /** Every tenant of the person, and the one they are in. */
  tenants: UserTenant[];
  here: string;
}

/**
 * Settles what a second factor leaves behind that was taken away in this transaction, under the
 * account's lock. Throws `precondition` where a tenant asks the person for one and none is left that
 * works there, or where their password is too weak to stand alone.
 */
export async function settleWithout(db: ControlDb, gone: Gone): Promise<void> {
  const { userId, kind, loginId } = gone;
  const left = await holdsFactor(db, userId);
  await refuseBare(db, gone, left);
  const proven = and(eq(logins.userId, userId), isNotNull(logins.secondFactorAt));
  const nothing = { secondFactor: null, secondFactorAt: null };
  if (left) {
    if (kind === 'passkey' && (await holdsPasskey(db, userId))) return;
    const elsewhere = and(proven, eq(logins.secondFactor, kind), ne(logins.id, loginId));
    await db.update(logins).set(nothing).where(elsewhere);
    return;
  }
  await refuseLonelyPassword(db, userId);
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  // What was proven with it counts no longer, where one is asked for.
  await db.update(logins).set(nothing).where(proven);
}

async function refuseBare(db: ControlDb, gone: Gone, left: boolean) {
  const { userId, host, tenants, here } = gone;
  // One host's passkey changes nothing at others, unless it was the last of all.
  const concerned = tenants.filter((one) => !left || !host || canonicalHost(one) === host);
  const authenticator = await findAuthenticator(db, userId);
  if (authenticator) return;
  for (const tenant of concerned) {
    if (!(await secondFactorDemand(db, { tenantId: tenant.id, userId }))) continue;
    const open = await listOpenAt(db, userId, canonicalHost(tenant));
    if (open.length > 0) continue;
    throw new AppError(
      'precondition',
      tenant.id === here
        ? 'This workspace asks for a second factor, and this is your last one that works here. Set up another one first.'
        : `${tenant.name} asks for a second factor, and this is your last one that works there. Set up another one there first.`,
    );
  }
}
