import { and, eq, isNull } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import {
  membershipRoles,
  memberships,
  passkeys,
  roles,
  securityPolicies,
  signInMethods,
  users,
} from '@/db/schema/control';
import { inTurn, isAdminRole } from '../../access/people/last-admin';
import { AppError, invalid } from '../../errors';
import type { SignInMethod } from './methods';

/**
 * Refuses to switch off the last way in, for everybody or for every admin; `host` is where passkeys
 * of the tenant work. Asked in one's turn. Throws `invalid` on `methodsOff`.
 */
export async function refuseLockOut(
  db: ControlDb,
  off: readonly SignInMethod[],
  host: string,
): Promise<void> {
  if (signInMethods.every((method) => off.includes(method))) {
    throw invalid('methodsOff', 'Leave at least one way to sign in.');
  }
  if (await isLockedOut(db, off, host)) {
    throw invalid(
      'methodsOff',
      'No admin has a passkey that works here, so nobody could undo this. Add one in your account first.',
    );
  }
}

/**
 * Runs a change that may take the last admin's passkey away, in one's turn, and makes sure that an
 * admin can still come in. Throws `precondition`, and with it the transaction is rolled back.
 */
export async function keepAWayIn<T>(
  db: ControlDb,
  host: string,
  change: () => Promise<T>,
): Promise<T> {
  await inTurn(db);
  const [policy] = await db.select({ off: securityPolicies.methodsOff }).from(securityPolicies);
  const off = policy?.off ?? [];
  const before = await isLockedOut(db, off, host);
  const result = await change();
  if (before || !(await isLockedOut(db, off, host))) return result;
  throw new AppError(
    'precondition',
    'No admin could sign in here without this passkey. Switch another way to sign in on first.',
  );
}

/**
 * Whether no admin can come in: passwords and links are off and no passkey of theirs works here. A link
 * reaches everybody, and so does one to choose a password with.
 */
export async function isLockedOut(db: ControlDb, off: readonly string[], host: string) {
  if (!off.includes('password') || !off.includes('magic_link')) return false;
  const [found] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(
      membershipRoles,
      // A role that ends would lock the tenant then.
      and(eq(membershipRoles.membershipId, memberships.id), isNull(membershipRoles.endsAt)),
    )
    .innerJoin(roles, and(eq(roles.id, membershipRoles.roleId), isAdminRole))
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.state, 'active')))
    .innerJoin(
      passkeys,
      and(eq(passkeys.userId, users.id), eq(passkeys.host, host), isNull(passkeys.suspectedAt)),
    )
    .where(eq(memberships.state, 'active'))
    .limit(1);
  return found === undefined;
}
