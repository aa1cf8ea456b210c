import { and, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { databaseNow, secondsFromNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { memberships, ownershipOffers, tenants, users } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid, notFound } from '../../errors';
import { inTurn } from '../people/last-admin';
import { type LoadedMember, loadMember, Reason } from '../people/member';
import { isStandingAdmin, ownerIdOf } from './owner';
import { tellOfOffer, tellOfOwner } from './tell';

const Person = z.strictObject({ userId: z.uuid(), name: z.string() });

export const Ownership = z.strictObject({
  /** Null where nobody was named, or whoever was is no admin here any more. */
  owner: Person.nullable(),
  /** An offer that was neither answered nor taken back, while it lasts. */
  offer: z
    .strictObject({
      to: Person,
      byName: z.string(),
      reason: z.string(),
      expiresAt: z.coerce.date(),
    })
    .nullable(),
  /** Whether the caller may offer the workspace to somebody, and whether it is offered to them. */
  mayOffer: z.boolean(),
  offeredToMe: z.boolean(),
});
type Ownership = z.input<typeof Ownership>;

export const Offer = z.strictObject({ membershipId: z.uuid(), reason: Reason });

const secondsOpen = 7 * 86_400;

/** Who owns this workspace and to whom it is offered. */
export async function getOwnership(ctx: ControlCtx): Promise<Ownership> {
  const me = ctx.caller.user?.id;
  const owner = await standingOwner(ctx.db);
  const offer = await openOffer(ctx.db);
  const to = offer && (await personOf(ctx.db, offer.toUserId));
  return {
    owner: owner && { userId: owner.userId, name: owner.name },
    offer:
      offer && to
        ? { to, byName: offer.byName, reason: offer.reason, expiresAt: offer.expiresAt }
        : null,
    mayOffer: await mayOffer(ctx, owner),
    offeredToMe: offer !== null && offer.toUserId === me,
  };
}

/**
 * Offers the workspace to another admin, in place of an earlier offer. Only its owner may; where
 * there is none, any admin. Throws `not_found`, `forbidden`, and `invalid` on who cannot own it.
 */
export async function offerOwnership(
  ctx: ControlCtx,
  { membershipId, reason }: z.output<typeof Offer>,
): Promise<Ownership> {
  await inTurn(ctx.db);
  const member = await loadMember(ctx.db, membershipId);
  const owner = await standingOwner(ctx.db);
  if (!(await mayOffer(ctx, owner))) {
    throw new AppError(
      'forbidden',
      owner
        ? `Only ${owner.name} can hand this workspace over.`
        : 'Nobody owns this workspace. Only an admin can name an owner.',
    );
  }
  if (owner?.userId === member.userId) throw invalid('membershipId', 'Choose somebody else.');
  if (!mayOwn(member)) {
    throw invalid('membershipId', 'Choose an admin: a workspace belongs to one of its admins.');
  }
  await endOffers(ctx.db);
  await ctx.db.insert(ownershipOffers).values({
    ownerId: await ownerIdOf(ctx.db),
    toUserId: member.userId,
    byName: ctx.actor.name,
    reason,
    expiresAt: secondsFromNow(secondsOpen),
  });
  await tellOfOffer(ctx, member.userId);
  ctx.about('member', member.userId, { from: owner?.userId ?? null, to: member.userId, reason });
  return await getOwnership(ctx);
}

/** Takes the workspace over. Throws `not_found` without an offer to the caller that still holds. */
export async function acceptOwnership(ctx: ControlCtx): Promise<Ownership> {
  await inTurn(ctx.db);
  const offer = await openOffer(ctx.db);
  const before = await ownerIdOf(ctx.db);
  if (!offer || offer.toUserId !== ctx.actor.id || offer.ownerId !== before) {
    throw notFound('This offer');
  }
  const [mine] = await ctx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.userId, offer.toUserId));
  if (!mine || !mayOwn(await loadMember(ctx.db, mine.id))) {
    throw new AppError('precondition', 'Only an admin can own this workspace.');
  }
  await ctx.db.update(tenants).set({ ownerId: offer.toUserId }).where(sql`true`);
  await endOffers(ctx.db);
  if (before && before !== offer.toUserId) await tellOfOwner(ctx, before);
  ctx.about('member', offer.toUserId, { from: before, to: offer.toUserId, reason: offer.reason });
  return await getOwnership(ctx);
}

/** Takes an offer back, or declines it. Throws `not_found`, `forbidden` for whom it does not concern. */
export async function endOffer(ctx: ControlCtx): Promise<Ownership> {
  await inTurn(ctx.db);
  const { offer, offeredToMe, mayOffer } = await getOwnership(ctx);
  if (!offer) throw notFound('This offer');
  if (!offeredToMe && !mayOffer) {
    throw new AppError('forbidden', 'This offer is between two others.');
  }
  await endOffers(ctx.db);
  ctx.about('member', offer.to.userId, { declined: offeredToMe });
  return await getOwnership(ctx);
}

const mayOwn = ({ state, roles }: LoadedMember) => state === 'active' && isStandingAdmin(roles);

/** The owner may; where there is none, whoever may own it themselves. */
async function mayOffer({ db, caller }: ControlCtx, owner: LoadedMember | null) {
  if (owner) return owner.userId === caller.user?.id;
  return caller.membership !== null && mayOwn(await loadMember(db, caller.membership.id));
}

/** The owner, while they still may be; so that no workspace is stuck with somebody who left. */
export async function standingOwner(db: ControlDb): Promise<LoadedMember | null> {
  const ownerId = await ownerIdOf(db);
  if (!ownerId) return null;
  const [found] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.state, 'active')))
    .where(eq(memberships.userId, ownerId));
  if (!found) return null;
  const member = await loadMember(db, found.id);
  return mayOwn(member) ? member : null;
}

async function openOffer(db: ControlDb) {
  const [offer] = await db
    .select({
      ownerId: ownershipOffers.ownerId,
      toUserId: ownershipOffers.toUserId,
      byName: ownershipOffers.byName,
      reason: ownershipOffers.reason,
      expiresAt: ownershipOffers.expiresAt,
    })
    .from(ownershipOffers)
    .where(gt(ownershipOffers.expiresAt, databaseNow));
  return offer ?? null;
}

async function personOf(db: ControlDb, userId: string) {
  const [found] = await db
    .select({ userId: users.id, name: users.name })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(eq(users.id, userId));
  return found ?? null;
}

const endOffers = (db: ControlDb) => db.delete(ownershipOffers).where(sql`true`);
