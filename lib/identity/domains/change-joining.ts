import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { emailDomains, roles } from '@/db/schema/control';
import { inTurn } from '../../access/people/last-admin';
import { permissionsOf } from '../../access/rights';
import { heldNow, loadRoles, requireWithin } from '../../access/roles/role';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid } from '../../errors';
import { roleColumns } from '../role-grants';
import { type Claim, type EmailDomainView, getClaim, holdClaim, isProven } from './claims';

const d = emailDomains;

export const JoiningDraft = z.strictObject({
  id: z.uuid(),
  /** Whether people with an address there become members by themselves. */
  joins: z.boolean(),
  /** The role they get. */
  roleId: z.uuid().nullable(),
});

/**
 * Says whether people join by a domain, and in which role: whoever says so holds it, and the one that
 * stood there, themself.
 * While the record is missed, a role may still be lowered. Throws `not_found`, `precondition` where its
 * proof does not count, `invalid`, `forbidden`.
 */
export async function changeJoining(
  ctx: ControlCtx,
  { id, joins, roleId }: z.output<typeof JoiningDraft>,
): Promise<EmailDomainView> {
  const { db } = ctx;
  await inTurn(db);
  const claim = await holdClaim(db, id);
  if (joins) await requireProven(db, claim, roleId);
  if (joins && !roleId) throw invalid('roleId', 'Choose a role.');
  const isOther = roleId !== claim.joinRoleId;
  if (joins || isOther)
    await requireGrantable(ctx, { roleId, instead: isOther && claim.joinRoleId });
  const before = { joins: claim.joins, roleId: claim.joinRoleId };
  await db
    .update(d)
    .set({ joins, joinRoleId: roleId, joinsSetBy: joins ? ctx.actor.id : null })
    .where(eq(d.id, id));
  ctx.about('email_domain', id, { domain: claim.domain, before, after: { joins, roleId } });
  return await getClaim(db, id);
}

/** Joining that is paused opens by itself again, so nobody has to wait for that to give people less. */
async function requireProven(db: ControlDb, claim: Claim, roleId: string | null) {
  const counts = await isProven(db, claim.domain);
  if (counts && claim.state === 'verified') return;
  // Where whoever let people join may do so no more, nothing is paused.
  const { paused, joinRoleId: last } = await getClaim(db, claim.id);
  if (!counts || !paused || !last || !roleId || roleId === last) {
    throw new AppError('precondition', 'Verify this domain first.');
  }
  const [now] = await db.select(roleColumns).from(roles).where(eq(roles.id, last));
  const may = permissionsOf(now ? [now] : []);
  const next = permissionsOf(await loadRoles(db, [roleId], 'roleId'));
  if (next.size < may.size && [...next].every((permission) => may.has(permission))) return;
  throw new AppError(
    'precondition',
    'While its record is missing, the role can only be changed to one that may do less.',
  );
}

interface Replacing {
  roleId: string | null;
  /** The role that stood there. */
  instead: string | null | false;
}

/** Neither the role nor the one it replaces may carry more than whoever says so. */
async function requireGrantable(ctx: ControlCtx, { roleId, instead }: Replacing) {
  const next = await loadRoles(ctx.db, roleId ? [roleId] : [], 'roleId');
  // One that is gone stands in nobody's way.
  const last = instead
    ? await ctx.db.select(roleColumns).from(roles).where(eq(roles.id, instead))
    : [];
  requireWithin(await heldNow(ctx), [...next, ...last]);
}

/** Has people who join by a domain come into another role, as when theirs is deleted. */
export async function passJoining(db: ControlDb, from: string, to: string): Promise<void> {
  await db.update(d).set({ joinRoleId: to }).where(eq(d.joinRoleId, from));
}
