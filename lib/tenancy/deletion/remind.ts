import { and, eq } from 'drizzle-orm';
import { deletions } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { enqueueControlJob } from '../../jobs/enqueue';
import { dayMs, remindDays } from './cooling';
import { deletionNearLetter } from './letters';
import { notifyAdmins } from './notify-admins';

/** Jobs come a little early or late; a postponed end comes days later. */
const toleranceMs = 60_000;

/** Tells the admins that the end is near; where it was put off meanwhile, asks for another turn. */
export async function remindOfDeletion(
  { db, tenant }: ControlCtx,
  { deletionId }: { deletionId: string },
): Promise<Record<string, never>> {
  const [waiting] = await db
    .select({ dueAt: deletions.dueAt })
    .from(deletions)
    .where(and(eq(deletions.id, deletionId), eq(deletions.state, 'waiting')));
  if (!waiting) return {};
  const { dueAt } = waiting;
  const at = new Date(dueAt.getTime() - remindDays * dayMs);
  if (at.getTime() > Date.now() + toleranceMs) {
    await enqueueControlJob(db, 'deletion.remind', { deletionId }, { at });
  } else await notifyAdmins(db, { tenant, dueAt }, deletionNearLetter);
  return {};
}
