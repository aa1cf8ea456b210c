import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { invitations, roles, users } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import type { Invited } from '../../identity/invitations';
import { RoleName } from '../roles/role';

const PendingInvitation = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  /** What whoever invited them calls them. */
  name: z.string().nullable(),
  role: RoleName,
  invitedByName: z.string().nullable(),
  createdAt: z.coerce.date(),
  expiresAt: z.coerce.date(),
  /** Past its date: its link no longer works. */
  expired: z.boolean(),
});

export const PendingInvitations = z.strictObject({ invitations: z.array(PendingInvitation) });

const pending = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));

/** Invitations nobody has answered yet, newest first; at most 500. */
export async function listInvitations(
  ctx: ControlCtx,
): Promise<z.input<typeof PendingInvitations>> {
  const rows = await ctx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      name: invitations.name,
      role: { id: roles.id, key: roles.key, name: roles.name, builtIn: roles.builtIn },
      invitedByName: users.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(roles, eq(roles.id, invitations.roleId))
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(pending)
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(500);
  const now = Date.now();
  return { invitations: rows.map((row) => ({ ...row, expired: row.expiresAt.getTime() <= now })) };
}

/** Address, name and role of an unanswered invitation. Throws `not_found`. */
export async function findPendingInvitation(db: ControlDb, id: string): Promise<Invited> {
  const [found] = await db
    .select({ email: invitations.email, name: invitations.name, roleId: invitations.roleId })
    .from(invitations)
    .where(and(eq(invitations.id, id), pending))
    .for('update');
  if (!found) throw notFound('This invitation');
  return found;
}
