import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { loadRoles } from '../../access/roles/role';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { enqueueControlJob } from '../../jobs/enqueue';
import { type Book, bookOfMember } from '../subscriptions/book';
import { openSubscriptions, refuseMoved } from '../subscriptions/read';
import type { Turned } from '../subscriptions/shapes';
import { begin, inTurn, schedule, turn, unschedule } from '../subscriptions/turn';
import { changesFor, personNow } from './foresee';
import { userVersionOf } from './read';
import { requireMayGive } from './roles';
import type {
  PersonPlacing,
  PersonPreview,
  PersonPreviewed,
  PersonTurning,
  PersonUnplanning,
} from './shapes';
import { findSubscription, refuseNoMember } from './subscribers';
import { newsOf, tellMember } from './tell';

type Result = z.input<typeof Turned>;

/**
 * Signs a plan for a member, at once or later; what they had ends then, and what they asked for is
 * given up. Throws `not_found`, `precondition`, `conflict`, `forbidden` for roles beyond one's own.
 */
export async function putMemberOn(
  ctx: ControlCtx,
  { memberId, planId, version, heldSeen, at, reason }: z.output<typeof PersonPlacing>,
): Promise<Result> {
  const { db, tenant, actor } = ctx;
  const plan = await userVersionOf(db, { planId, version });
  if (plan.archived) throw archived();
  const book = bookOfMember(tenant.id, memberId, { nextById: actor.id });
  const before = await openSubscriptions(db, tenant.id, book);
  refuseMoved(before.held, heldSeen);
  // All are asked before one's turn comes, and what is open is looked at again in it.
  await requireMayGive(ctx, plan);
  await requireMayEnd(ctx, [before.held, before.signing]);
  await inTurn(db, book.turnOf);
  await refuseNoMember(db, memberId);
  const { held, signing } = await openSubscriptions(db, tenant.id, book);
  refuseMoved(held, heldSeen);
  refuseOther(before.signing, signing);
  if (held?.planId === planId && held.version === version) {
    throw new AppError('precondition', 'This person is on this plan already.');
  }
  const word = { tenantId: tenant.id, byName: actor.name, reason };
  const begun = await begin(db, { planId, version, ...word }, book);
  const step = { ...begun, to: 'signed', ...word } as const;
  const turned = at ? await planned(db, { ...step, at }, book) : await turn(db, step, book);
  ctx.about('subscription', begun.id, { member: memberId, plan: plan.name, version, at, reason });
  if (!at) await tellMember(ctx, { membershipId: memberId, plan: plan.name, news: 'signed' });
  return turned;
}

/**
 * Signs, suspends, resumes or ends what a member has, at once or later. Throws `not_found`, `conflict`,
 * `precondition`, `forbidden` for roles beyond one's own.
 */
export async function turnMember(
  ctx: ControlCtx,
  { id, revision, to, at, reason }: z.output<typeof PersonTurning>,
): Promise<Result> {
  const { db, tenant, actor } = ctx;
  const before = await findSubscription(db, id);
  await requireMayGive(ctx, before);
  const book = bookOfMember(tenant.id, before.membershipId, { nextById: actor.id });
  const { held: ending } = await openSubscriptions(db, tenant.id, book);
  if (to === 'signed') await requireMayEnd(ctx, [ending]);
  await inTurn(db, book.turnOf);
  if (to === 'signed') {
    await refuseNoMember(db, before.membershipId);
    refuseOther(ending, (await openSubscriptions(db, tenant.id, book)).held);
    if (before.state === 'signing' && (await userVersionOf(db, before)).archived) throw archived();
  }
  const step = { tenantId: tenant.id, id, revision, to, byName: actor.name, reason };
  const turned = at ? await planned(db, { ...step, at }, book) : await turn(db, step, book);
  const { membershipId, name: plan, version } = before;
  ctx.about('subscription', id, { member: membershipId, plan, version, to, at, reason });
  if (!at) await tellMember(ctx, { membershipId, plan, news: newsOf(before.state, to) });
  return turned;
}

/**
 * Takes back what was planned for later. What admins began and nobody asked for is given up with it.
 * Throws `not_found`, `conflict`, `precondition`, `forbidden`.
 */
export async function unplanMember(
  ctx: ControlCtx,
  { id, revision, reason }: z.output<typeof PersonUnplanning>,
): Promise<Result> {
  const { db, tenant, actor } = ctx;
  const before = await findSubscription(db, id);
  await requireMayGive(ctx, before);
  const book = bookOfMember(tenant.id, before.membershipId);
  await inTurn(db, book.turnOf);
  const seen = { tenantId: tenant.id, id, revision };
  ctx.about('subscription', id, { member: before.membershipId, plan: before.name, reason });
  // What waits with a step ahead was put there; what was asked for waits without one.
  if (before.state === 'signing' && before.nextAt) {
    return await turn(db, { ...seen, to: 'unsigned', byName: actor.name, reason }, book);
  }
  return await unschedule(db, seen, book);
}

/** What exactly would change for a member. Throws `not_found`. */
export async function foreseeMember(
  { db, tenant }: ControlCtx,
  { memberId, wish }: z.output<typeof PersonPreview>,
): Promise<z.input<typeof PersonPreviewed>> {
  await refuseNoMember(db, memberId);
  const { held } = await openSubscriptions(db, tenant.id, bookOfMember(tenant.id, memberId));
  const after = await termsAfter(db, { memberId, wish, held });
  const now = await personNow(db, memberId, held);
  const roles = await loadRoles(db, after?.roleIds ?? [], 'wish');
  const changes = changesFor(now, after && { roles, prices: after.prices });
  return { changes, heldSeen: held?.changedAt ?? null };
}

interface Foreseeing extends z.output<typeof PersonPreview> {
  held: Open;
}

async function termsAfter(db: ControlDb, { memberId, wish, held }: Foreseeing) {
  if ('planId' in wish) return (await userVersionOf(db, wish)).terms;
  const own = await findSubscription(db, wish.subscriptionId);
  if (own.membershipId !== memberId) throw notFound('This subscription');
  if (wish.to === 'signed') return (await userVersionOf(db, own)).terms;
  // What is given up before it was signed leaves what holds as it is.
  if (own.state !== 'signing' || held?.state !== 'signed') return null;
  return (await userVersionOf(db, held)).terms;
}

type Open = Awaited<ReturnType<typeof openSubscriptions>>['held'];

/** What ends for something else takes its roles along, if it rests or is not signed yet as well. */
async function requireMayEnd(ctx: ControlCtx, open: Open[]): Promise<void> {
  for (const one of open) if (one) await requireMayGive(ctx, one);
}

/** Throws `conflict` where what ends is not what was asked about. */
function refuseOther(asked: Open, now: Open): void {
  if (asked?.id === now?.id) return;
  throw new AppError('conflict', 'Somebody else changed this meanwhile. Look again.');
}

/** The worker takes the step when it is time. */
export async function planned(
  db: ControlDb,
  step: Parameters<typeof schedule>[1],
  book: Book,
): Promise<Result> {
  const kept = await schedule(db, step, book);
  const payload = { id: step.id, revision: kept.revision };
  await enqueueControlJob(db, 'userPlans.carryOut', payload, { at: step.at });
  return kept;
}

const archived = () => new AppError('precondition', 'This plan is archived.');
