import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { databaseNow } from '@/db/clock';
import { grantAnswers } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid } from '../../errors';
import { type GrantFact, grantsReceived, receivedGrant, showGrant } from './facts';
import { type Grant, GrantId, GrantRoles } from './shapes';
import { tellPartner } from './tell';

/** Roles are some of those that the grant names; all of them when left out. */
export const Acceptance = GrantId.extend({ roles: GrantRoles.optional() });

export const listReceived = async ({ db }: ControlCtx) => ({
  grants: (await grantsReceived(db)).map(showGrant),
});

/**
 * Accepts what another tenant offers, or changes which of its roles may look. Throws `not_found`,
 * `invalid` on a role that the grant does not name, `conflict` once it is over.
 */
export async function acceptGrant(
  ctx: ControlCtx,
  { id, roles }: z.output<typeof Acceptance>,
): Promise<Grant> {
  const grant = await receivedGrant(ctx.db, id);
  if (roles?.some((role) => !grant.roles.includes(role))) {
    throw invalid('roles', 'Choose among the roles that the other workspace named.');
  }
  requireStanding(grant);
  return await answer(ctx, grant, { state: 'accepted', roles: roles ?? grant.roles });
}

/** Declines an offer, or gives back what was accepted: for good. Throws `not_found`, `conflict`. */
export async function declineGrant(ctx: ControlCtx, { id }: { id: string }): Promise<Grant> {
  const grant = await receivedGrant(ctx.db, id);
  requireStanding(grant);
  const declined = await answer(ctx, grant, { state: 'declined', roles: grant.roles });
  await tellPartner(ctx.db, id, 'declined');
  return declined;
}

function requireStanding({ state }: GrantFact) {
  if (state !== 'offered' && state !== 'accepted') throw over();
}

type Answer = Pick<typeof grantAnswers.$inferInsert, 'state' | 'roles'>;

async function answer(ctx: ControlCtx, { id, partner, placeName }: GrantFact, said: Answer) {
  const values = { ...said, answeredAt: databaseNow, answeredByName: ctx.actor.name };
  const [written] = await ctx.db
    .insert(grantAnswers)
    .values({ grantorId: partner.id, grantId: id, ...values })
    .onConflictDoUpdate({
      target: [grantAnswers.tenantId, grantAnswers.grantorId, grantAnswers.grantId],
      set: values,
      setWhere: sql`${grantAnswers.state} = 'accepted'`,
    })
    .returning({ id: grantAnswers.id });
  if (!written) throw over();
  ctx.about('grant', id, { with: partner.name, place: placeName, ...said });
  return showGrant(await receivedGrant(ctx.db, id));
}

const over = () => new AppError('conflict', 'This was ended or declined meanwhile. Look again.');
