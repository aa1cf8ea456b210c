import { and, eq, gt, isNull } from 'drizzle-orm';
import { databaseNow, secondsFromNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { invitations, memberships, users } from '@/db/schema/control';
import type { ControlCtx } from '../doors/ctx';
import { AppError, invalid } from '../errors';
import { mailBrand } from '../mail/brand';
import { compose } from '../mail/compose';
import { invitationLetter } from '../mail/letters';
import { sendMail } from '../mail/send-mail';
import { tenantUrl } from '../tenancy/urls';
import { emailKey } from './email';
import { countInvitation } from './guesses';
import { holdRole, mayGrant } from './role-grants';
import { hashToken, newToken } from './secrets';

export type Invitation = typeof invitations.$inferSelect;

const daysOpen = 7;

/** What an invitation needs of its context; verbs of the control and of the pool plane have it. */
export interface InvitingCtx extends Pick<ControlCtx, 'db' | 'tenant' | 'actor'> {
  caller: { user: { id: string } | null; permissions: ReadonlySet<string> };
}

export interface Invited {
  email: string;
  roleId: string;
  /** What to call them until they say it themselves. */
  name?: string | null;
}

/**
 * Invites an address into a role: writes the invitation, in place of an unanswered one to the same
 * address, and mails it. `url` speaks for whoever reads that mail, so do not show it to anybody else.
 * Throws `forbidden` when the inviter lacks what the role gives, `conflict` for a member,
 * `not_found` for a foreign role, `limit` after five to one address or 500 of a tenant in an hour.
 */
export async function inviteMember(
  ctx: InvitingCtx,
  { email, roleId, name }: Invited,
): Promise<{ invitation: Invitation; url: string }> {
  const { db, tenant, caller } = ctx;
  const role = await holdRole(db, roleId);
  if (!mayGrant(caller.permissions, role)) {
    throw new AppError(
      'forbidden',
      `You cannot give the role ${role.name}: it may do more than you.`,
    );
  }
  await refuseMember(db, email);
  await countInvitation(tenant.id, email);
  await revokeUnanswered(db, email);
  const token = newToken();
  const [invitation] = await db
    .insert(invitations)
    .values({
      email: email.trim(),
      emailKey: emailKey(email),
      name: name ?? null,
      roleId,
      tokenHash: hashToken(token),
      invitedBy: caller.user?.id ?? null,
      expiresAt: secondsFromNow(daysOpen * 86_400),
    })
    .returning();
  if (!invitation) throw invalid('email', 'The invitation could not be written.');
  const url = tenantUrl(tenant, `/invitation/${token}`);
  const letter = { to: invitation.email, language: tenant.locale, tenant: tenant.name, url };
  const by = { inviter: ctx.actor.name, role: role.name, days: daysOpen };
  await sendMail(db, compose(await mailBrand(db, tenant.name), invitationLetter(letter, by)));
  return { invitation, url };
}

/** Takes back an open invitation of the tenant in scope. False when there is none with this id. */
export async function revokeInvitation(db: ControlDb, id: string): Promise<boolean> {
  const revoked = await db
    .update(invitations)
    .set({ revokedAt: new Date() })
    .where(and(eq(invitations.id, id), ...unanswered()))
    .returning({ id: invitations.id });
  return revoked.length > 0;
}

/** Takes back what an address has not answered, whether its time is over or not. */
export async function revokeUnanswered(db: ControlDb, email: string): Promise<void> {
  await db
    .update(invitations)
    .set({ revokedAt: new Date() })
    .where(and(eq(invitations.emailKey, emailKey(email)), ...unanswered()));
}

export type InvitationState = 'open' | 'expired' | 'used' | 'revoked';

/** Where an invitation stands at this moment. */
export function stateOf(invitation: Invitation): InvitationState {
  if (invitation.acceptedAt) return 'used';
  if (invitation.revokedAt) return 'revoked';
  return invitation.expiresAt.getTime() > Date.now() ? 'open' : 'expired';
}

/** The invitation of the tenant in scope behind a token, if there is one. */
export async function findInvitation(db: ControlDb, token: string): Promise<Invitation | null> {
  const [found] = await db
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashToken(token)));
  return found ?? null;
}

/** Marks an invitation as used; of many parallel tries one answers true. */
export async function claimInvitation(db: ControlDb, id: string): Promise<boolean> {
  const claimed = await db
    .update(invitations)
    .set({ acceptedAt: new Date() })
    .where(and(eq(invitations.id, id), ...stillOpen()))
    .returning({ id: invitations.id });
  return claimed.length > 0;
}

/** Whether an address has an open invitation into the tenant in scope. */
export async function isInvited(db: ControlDb, email: string): Promise<boolean> {
  const open = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.emailKey, emailKey(email)), ...stillOpen()))
    .limit(1);
  return open.length > 0;
}

const unanswered = () => [isNull(invitations.acceptedAt), isNull(invitations.revokedAt)];

const stillOpen = () => [...unanswered(), gt(invitations.expiresAt, databaseNow)];

async function refuseMember(db: ControlDb, email: string) {
  const [member] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(users.emailKey, emailKey(email)));
  if (member) {
    const message = 'This person is a member already.';
    throw new AppError('conflict', message, { fields: { email: message } });
  }
}
