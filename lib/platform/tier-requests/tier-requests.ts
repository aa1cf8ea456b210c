import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { placements, tenants, tierRequestStates, tierRequests } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { tiers } from '../../tenancy/tiers';
import { askMove } from '../moves/ask-move';
import type { MoveId } from '../moves/shapes';
import { Reason } from '../reason';
import { tellTenant } from '../tenants/tell-tenant';

const mostShown = 100;

export const TierRequestRow = z.strictObject({
  id: z.uuid(),
  tenant: z.strictObject({ id: z.uuid(), name: z.string(), slug: z.string() }),
  /** What it has now. */
  from: z.enum(tiers),
  shardId: z.uuid(),
  tier: z.enum(tiers),
  state: z.enum(tierRequestStates),
  note: z.string(),
  askedByName: z.string(),
  createdAt: z.coerce.date(),
  endedAt: z.coerce.date().nullable(),
  answer: z.string().nullable(),
  moveId: z.uuid().nullable(),
});
export type TierRequestRow = z.output<typeof TierRequestRow>;

export const TierRequestList = z.strictObject({ requests: z.array(TierRequestRow) });
export const TierRequestQuery = z.strictObject({
  state: z.enum(tierRequestStates).optional(),
  tenantId: z.uuid().optional(),
});

/** Requests of tenants for other tiers: those that wait first, then the latest. */
export async function listTierRequests(
  { db }: PlatformCtx,
  { state, tenantId }: z.output<typeof TierRequestQuery>,
): Promise<z.input<typeof TierRequestList>> {
  const requests = await db
    .select({
      id: tierRequests.id,
      tenant: { id: tenants.id, name: tenants.name, slug: tenants.slug },
      from: placements.tier,
      shardId: placements.shardId,
      tier: tierRequests.tier,
      state: tierRequests.state,
      note: tierRequests.note,
      askedByName: tierRequests.askedByName,
      createdAt: tierRequests.createdAt,
      endedAt: tierRequests.endedAt,
      answer: tierRequests.answer,
      moveId: tierRequests.moveId,
    })
    .from(tierRequests)
    .innerJoin(tenants, eq(tenants.id, tierRequests.tenantId))
    .innerJoin(placements, eq(placements.tenantId, tierRequests.tenantId))
    .where(
      and(
        state ? eq(tierRequests.state, state) : undefined,
        tenantId ? eq(tierRequests.tenantId, tenantId) : undefined,
      ),
    )
    .orderBy(desc(eq(tierRequests.state, 'waiting')), desc(tierRequests.createdAt))
    .limit(mostShown);
  return { requests };
}

export const TierGrant = z.strictObject({ id: z.uuid(), shardId: z.uuid(), reason: Reason });
export const TierDeclined = z.strictObject({ id: z.uuid() });
export const TierDecline = z.strictObject({ id: z.uuid(), reason: Reason });

/** Grants what a tenant asked for, as a move. Throws `not_found`, `precondition`, `conflict`. */
export async function grantTier(
  ctx: PlatformCtx,
  { id, shardId, reason }: z.output<typeof TierGrant>,
): Promise<z.input<typeof MoveId>> {
  const request = await waitingOf(ctx, id);
  const { tier } = request;
  const move = await askMove(ctx, { id, tier, shardId, wish: 'finish', reason });
  await end(ctx, request.id, { state: 'granted', moveId: move.moveId });
  await tellTenant(ctx, { id, procedure: 'tierRequests.grant', detail: { tier } });
  ctx.about('tenant', id, { tier, shardId, moveId: move.moveId });
  return move;
}

/** Declines what a tenant asked for; its admins read why. Throws `not_found`. */
export async function declineTier(
  ctx: PlatformCtx,
  { id, reason }: z.output<typeof TierDecline>,
): Promise<z.input<typeof TierDeclined>> {
  const request = await waitingOf(ctx, id);
  await end(ctx, request.id, { state: 'declined', answer: reason });
  const { tier } = request;
  await tellTenant(ctx, { id, procedure: 'tierRequests.decline', detail: { tier, reason } });
  ctx.about('tenant', id, { tier });
  return { id: request.id };
}

async function waitingOf({ db }: PlatformCtx, tenantId: string) {
  const [found] = await db
    .select({ id: tierRequests.id, tier: tierRequests.tier })
    .from(tierRequests)
    .where(and(eq(tierRequests.tenantId, tenantId), eq(tierRequests.state, 'waiting')));
  if (!found) throw notFound('This request');
  return found;
}

async function end(
  { db }: PlatformCtx,
  id: string,
  outcome: Partial<typeof tierRequests.$inferInsert>,
) {
  const ended = await db
    .update(tierRequests)
    .set({ ...outcome, endedAt: new Date() })
    .where(and(eq(tierRequests.id, id), eq(tierRequests.state, 'waiting')))
    .returning({ id: tierRequests.id });
  if (!ended[0]) throw new AppError('conflict', 'It was decided or withdrawn meanwhile.');
}
