import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { users } from '@/db/schema/control';
import type { PoolCtx } from '../doors/ctx';
import { notFound } from '../errors';
import { type Account, findAccount } from './accounts';
import { emailKey } from './email';
import { findInvitation, type Invitation, stateOf } from './invitations';
import { isMember } from './memberships';
import { methodsOf } from './methods/methods';
import { getRole } from './role-grants';
import { isFull } from './seats';

export const InvitationView = z.object({
  state: z.enum([
    'open',
    'expired',
    'used',
    'revoked',
    'wrong_account',
    'already_member',
    'no_seat',
  ]),
  email: z.string(),
  /** What the inviter calls them. */
  name: z.string().nullable(),
  tenant: z.string(),
  role: z.string(),
  /** Null for who is gone. */
  invitedBy: z.string().nullable(),
  expiresAt: z.coerce.date(),
  /** Address of whoever is signed in on this host. */
  signedInAs: z.string().nullable(),
  /** Whether the address has an account already, whose password is then asked. */
  hasAccount: z.boolean(),
  /** Whether a new account chooses one. */
  takesPassword: z.boolean(),
});

/** What stands on the page that a link of an invitation leads to. Throws `not_found`. */
export async function viewInvitation(
  ctx: PoolCtx,
  { token }: { token: string },
): Promise<z.input<typeof InvitationView>> {
  const { db, tenant, caller } = ctx;
  const invitation = await findInvitation(db, token);
  if (!invitation) throw notFound('This invitation');
  const role = await getRole(db, invitation.roleId);
  const account = await findAccount(db, tenant.poolId, invitation.email);
  return {
    state: await stateFor(ctx, invitation, account),
    email: invitation.email,
    name: invitation.name,
    tenant: tenant.name,
    role: role.name,
    invitedBy: invitation.invitedBy && (await nameOf(db, invitation.invitedBy)),
    expiresAt: invitation.expiresAt,
    signedInAs: caller.user?.email ?? null,
    hasAccount: account !== null,
    takesPassword: methodsOf(caller).includes('password'),
  };
}

/** Where it stands for whoever holds its link. */
async function stateFor({ db, caller }: PoolCtx, invitation: Invitation, account: Account | null) {
  const state = stateOf(invitation);
  if (state !== 'open') return state;
  if (caller.user && emailKey(caller.user.email) !== invitation.emailKey) return 'wrong_account';
  if (account && (await isMember(db, account.id))) return 'already_member';
  return (await isFull(db)) ? 'no_seat' : 'open';
}

async function nameOf(db: ControlDb, userId: string): Promise<string | null> {
  const [user] = await db.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return user?.name ?? null;
}
