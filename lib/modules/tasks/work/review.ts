import { and, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { taskSubmissions, tasks, taskWork } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, notFound } from '@/lib/errors';
import { loadTask } from '../load';
import { reaches, requireReviewing } from '../reach';
import type { Acceptance, Outcome, Return } from '../shapes';

type Verdict = z.output<typeof Return> | z.output<typeof Acceptance>;

/**
 * Accepts what somebody handed in. Throws `not_found`, `forbidden`, and `conflict` when it was handed
 * in again or reviewed meanwhile.
 */
export const accept = (ctx: TenantCtx, given: z.output<typeof Acceptance>) =>
  review(ctx, given, 'accepted');

/** Gives what somebody handed in back to them, to be done better. Throws as `accept`. */
export const giveBack = (ctx: TenantCtx, given: z.output<typeof Return>) =>
  review(ctx, given, 'returned');

/** A verdict can be changed until the next submission: its state is named as it was seen. */
async function review(
  ctx: TenantCtx,
  { taskId, userId, attempt, was, feedback }: Verdict,
  state: 'returned' | 'accepted',
): Promise<z.input<typeof Outcome>> {
  const reach = requireReviewing(ctx);
  await loadTask(ctx, taskId);
  if (!reaches(reach, userId)) throw notFound('This person');
  if (userId === ctx.actor.id) {
    throw new AppError('forbidden', 'Somebody else reviews what you handed in.');
  }
  const { db } = ctx;
  // Held as by who hands in, so that whoever deletes it waits.
  await db.select({ id: tasks.id }).from(tasks).where(eq(tasks.id, taskId)).for('share');
  const reviewedAt = new Date();
  const of = and(eq(taskWork.taskId, taskId), eq(taskWork.userId, userId));
  const [changed] = await db
    .update(taskWork)
    .set({ state, changedAt: reviewedAt })
    .where(
      and(of, eq(taskWork.attempt, attempt), eq(taskWork.state, was), ne(taskWork.state, state)),
    )
    .returning({ id: taskWork.id });
  if (!changed) {
    const [work] = await db.select({ id: taskWork.id }).from(taskWork).where(of);
    if (!work) throw notFound('This person');
    throw new AppError('conflict', 'This was handed in again or reviewed meanwhile. Look again.');
  }
  await db
    .update(taskSubmissions)
    .set({
      ...{ verdict: state, reviewedBy: ctx.actor.id, reviewedAt },
      // A verdict that is changed without a word keeps what was said.
      ...(feedback && { feedback }),
    })
    .where(
      and(
        eq(taskSubmissions.taskId, taskId),
        eq(taskSubmissions.userId, userId),
        eq(taskSubmissions.attempt, attempt),
      ),
    );
  ctx.about('task', taskId, { userId, attempt });
  return { state, attempt };
}
