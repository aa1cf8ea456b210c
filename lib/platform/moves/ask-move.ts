import { and, eq, isNull, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { moves } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { Reason } from '../reason';
import { checkMove, MoveTarget } from './plan-move';
import { MoveId } from './shapes';

export const NewMove = MoveTarget.extend({
  /** `follow` copies and keeps up, and waits for a word before it cuts over. */
  wish: z.enum(['finish', 'follow']).default('finish'),
  reason: Reason,
});

/** Asks for a move; the operator takes it up within a second. Throws `precondition`, `conflict`. */
export async function askMove(
  ctx: PlatformCtx,
  { id, tier, shardId, wish, reason }: z.output<typeof NewMove>,
): Promise<z.input<typeof MoveId>> {
  const against = (await checkMove(ctx.db, { id, tier, shardId })).find(({ ok }) => !ok);
  if (against) throw new AppError('precondition', against.text);
  const [made] = await ctx.db
    .insert(moves)
    .values({
      tenantId: id,
      targetTier: tier,
      targetShardId: shardId,
      wish,
      reason,
      askedBy: ctx.staff.id,
    })
    .onConflictDoNothing()
    .returning({ id: moves.id });
  if (!made) throw new AppError('conflict', 'Another move of it is under way.');
  ctx.about('tenant', id, { tier, shardId });
  return { moveId: made.id };
}

export const MoveWish = MoveId.extend({
  wish: z.enum(['finish', 'follow', 'abandon']),
  reason: Reason,
});

/** Says what shall become of a move that is not decided yet. Throws `not_found`, `precondition`. */
export async function wishMove(
  ctx: PlatformCtx,
  { moveId, wish }: z.output<typeof MoveWish>,
): Promise<z.input<typeof MoveId>> {
  const changed = await ctx.db
    .update(moves)
    .set({ wish, retryAt: null, changedAt: new Date() })
    .where(
      and(
        eq(moves.id, moveId),
        isNull(moves.finishedAt),
        notInArray(moves.state, wish === 'abandon' ? ['flipped'] : []),
      ),
    )
    .returning({ tenantId: moves.tenantId });
  if (!changed[0]) await refuse(ctx, moveId, 'This move is decided; going back is a new move.');
  ctx.about('tenant', changed[0]?.tenantId ?? null, { moveId, wish });
  return { moveId };
}

/** Has the copy at the old place removed. Throws `not_found`, `precondition`. */
export async function releaseMove(
  ctx: PlatformCtx,
  { moveId }: { moveId: string },
): Promise<z.input<typeof MoveId>> {
  const changed = await ctx.db
    .update(moves)
    .set({ releaseAskedAt: new Date(), changedAt: new Date() })
    .where(and(eq(moves.id, moveId), eq(moves.state, 'done'), isNull(moves.releasedAt)))
    .returning({ tenantId: moves.tenantId });
  if (!changed[0]) await refuse(ctx, moveId, 'This move has left no copy behind.');
  ctx.about('tenant', changed[0]?.tenantId ?? null, { moveId });
  return { moveId };
}

async function refuse({ db }: PlatformCtx, moveId: string, words: string): Promise<never> {
  const found = await db.select({ id: moves.id }).from(moves).where(eq(moves.id, moveId));
  throw found.length === 0 ? notFound('This move') : new AppError('precondition', words);
}
