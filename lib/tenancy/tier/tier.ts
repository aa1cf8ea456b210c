import { desc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { deletions, moves, placements, tierRequests } from '@/db/schema/control';
import { findHeldPlan } from '../../billing/held-plan';
import { inTurn } from '../../billing/subscriptions/turn';
import { termsOf } from '../../billing/terms';
import type { ControlCtx } from '../../doors/ctx';
import { env } from '../../env';
import { AppError, invalid } from '../../errors';
import { tiers } from '../tiers';
import type { TierFacts, TierRequestId, TierWish } from './shapes';

/** What walls this workspace has, what else there is, and how a wish for others stands. */
export async function getTier({ db, caller }: ControlCtx): Promise<z.input<typeof TierFacts>> {
  const tier = await presentTier(db);
  const free = env().SELF_SERVICE_TIERS;
  return {
    tier,
    others: tiers
      .filter((one) => one !== tier && termsOf(caller.plan).tiers.includes(one))
      .map((one) => ({ tier: one, selfService: free.includes(one) })),
    request: await latestRequest(db),
    change: await openChange(db),
  };
}

/**
 * Asks for other walls. What may be chosen freely begins within seconds; the rest waits for the
 * platform's staff. Asked again it is the same request. Throws `invalid` on `tier`, `conflict`.
 */
export async function askTier(
  ctx: ControlCtx,
  { tier, note }: z.output<typeof TierWish>,
): Promise<z.input<typeof TierRequestId>> {
  const { db, tenant, actor } = ctx;
  // A plan that is signed meanwhile may come without these walls.
  await inTurn(db, tenant.id);
  if ((await presentTier(db)) === tier) throw invalid('tier', 'Your data stands there already.');
  if (!termsOf(await findHeldPlan(db)).tiers.includes(tier)) throw invalid('tier', notInPlan);
  if (await openChange(db)) throw new AppError('conflict', 'A change is under way. Wait for it.');
  const waiting = await findWaiting(db);
  if (waiting) return sameRequest(ctx, waiting, tier);
  await refuseLeaving(db);
  const [made] = await db
    .insert(tierRequests)
    .values({ tier, note, askedBy: actor.id, askedByName: actor.name })
    .onConflictDoNothing()
    .returning({ id: tierRequests.id });
  if (!made) throw new AppError('conflict', 'Somebody else asked at the same moment.');
  ctx.about('tier', made.id, { tier });
  return made;
}

const notInPlan = 'Your plan does not come with this tier. Choose another under Plan.';

interface Waiting {
  id: string;
  tier: string;
}

function sameRequest(ctx: ControlCtx, waiting: Waiting, tier: string) {
  if (waiting.tier !== tier) {
    throw new AppError('conflict', 'Another request waits. Withdraw it first.');
  }
  ctx.about('tier', waiting.id, { tier });
  return { id: waiting.id };
}

/** Takes the request back while nobody has decided. Throws `precondition` when none waits. */
export async function withdrawTier(ctx: ControlCtx): Promise<z.input<typeof TierRequestId>> {
  const [gone] = await ctx.db
    .update(tierRequests)
    .set({ state: 'withdrawn', endedAt: new Date() })
    .where(eq(tierRequests.state, 'waiting'))
    .returning({ id: tierRequests.id });
  if (!gone) throw new AppError('precondition', 'No request waits.');
  ctx.about('tier', gone.id);
  return gone;
}

async function presentTier(db: ControlDb) {
  const [found] = await db.select({ tier: placements.tier }).from(placements);
  if (!found) throw new AppError('unavailable', 'This workspace has no place at the moment.');
  return found.tier;
}

async function latestRequest(db: ControlDb) {
  const [found] = await db
    .select({
      id: tierRequests.id,
      tier: tierRequests.tier,
      state: tierRequests.state,
      note: tierRequests.note,
      askedByName: tierRequests.askedByName,
      askedAt: tierRequests.createdAt,
      answer: tierRequests.answer,
    })
    .from(tierRequests)
    .orderBy(desc(tierRequests.createdAt))
    .limit(1);
  return found ?? null;
}

async function openChange(db: ControlDb) {
  const [move] = await db.select().from(moves).where(isNull(moves.finishedAt)).limit(1);
  if (!move) return null;
  const { rowsTotal, rowsCopied } = move.progress;
  const share = rowsTotal ? Math.min(1, (rowsCopied ?? 0) / rowsTotal) : null;
  const percent = share === null ? null : Math.floor(share * 100);
  return { tier: move.targetTier, state: move.state, percent, startedAt: move.createdAt };
}

async function refuseLeaving(db: ControlDb) {
  const open = await db
    .select({ id: deletions.id })
    .from(deletions)
    .where(eq(deletions.state, 'waiting'));
  if (open.length === 0) return;
  throw new AppError('precondition', 'This workspace is going to be deleted. Cancel that first.');
}

async function findWaiting(db: ControlDb): Promise<Waiting | undefined> {
  const [waiting] = await db
    .select({ id: tierRequests.id, tier: tierRequests.tier })
    .from(tierRequests)
    .where(eq(tierRequests.state, 'waiting'));
  return waiting;
}
