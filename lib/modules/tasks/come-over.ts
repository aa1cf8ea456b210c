import { and, eq, notInArray, sql } from 'drizzle-orm';
import { taskSubmissions, tasks, taskTargets, taskWork } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { enqueueTenantJob } from '@/lib/jobs/enqueue';

interface Renaming {
  formerUserId: string;
  newUserId: string;
}

/**
 * Gives everything here that names one person to another: what they gave, were given, handed in and
 * reviewed. Where the new one handed something in for the same task, each keeps their own.
 */
export async function bringOver(
  ctx: TenantCtx,
  { formerUserId: from, newUserId: to }: Renaming,
): Promise<void> {
  const { db } = ctx;
  const both = db.select({ id: taskWork.taskId }).from(taskWork).where(eq(taskWork.userId, to));
  // Work before submissions, as who reviews writes them.
  const moved = await db
    .update(taskWork)
    .set({ userId: to })
    .where(and(eq(taskWork.userId, from), notInArray(taskWork.taskId, both)))
    .returning({ id: taskWork.taskId });
  const taskIds = sql.param(moved.map(({ id }) => id));
  await db
    .update(taskSubmissions)
    .set({ userId: to })
    .where(
      and(
        eq(taskSubmissions.userId, from),
        sql`${taskSubmissions.taskId} = any(${taskIds}::uuid[])`,
      ),
    );
  await db
    .update(taskSubmissions)
    .set({ reviewedBy: to })
    .where(eq(taskSubmissions.reviewedBy, from));
  await db.update(tasks).set({ createdBy: to }).where(eq(tasks.createdBy, from));
  await db
    .update(taskTargets)
    .set({ targetId: to })
    .where(and(eq(taskTargets.kind, 'person'), eq(taskTargets.targetId, from)));
  await enqueueTenantJob(db, 'poolJoin.brought', { formerUserId: from, job: 'tasks.bringOver' });
}
