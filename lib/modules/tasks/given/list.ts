import { and, count, desc, eq, ilike, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { people } from '@/db/schema/tenant/people';
import { tasks, taskWork } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { containing } from '@/lib/like';
import { audiencesOf } from '../audience';
import { taskColumns } from '../columns';
import { isFollowed, isGiver, reaches, requireFollowing, reviewReach } from '../reach';
import type { GivenInput, GivenTasks } from '../shapes';
import { isOpen, isPast } from '../standing';
import { targetsAmong } from '../whose';

/**
 * Tasks that the caller gave, or whose people they review, the newest first, with how far their people
 * are. Throws `forbidden`.
 */
export async function listGivenTasks(
  ctx: TenantCtx,
  { q, page, size }: z.output<typeof GivenInput>,
): Promise<GivenTasks> {
  requireFollowing(ctx);
  const { db } = ctx;
  const where = and(await isFollowed(ctx), q ? ilike(tasks.title, containing(q)) : undefined);
  const [rows, [counted]] = await db.batch([
    db
      .select({ ...taskColumns, createdById: tasks.createdBy, createdByName: people.name })
      .from(tasks)
      .leftJoin(people, eq(people.id, tasks.createdBy))
      .where(where)
      .orderBy(desc(tasks.createdAt), desc(tasks.id))
      .limit(size)
      .offset((page - 1) * size),
    db.select({ n: count() }).from(tasks).where(where),
  ]);
  const standings = await standingsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const now = new Date();
  const reviewed = reviewReach(ctx.caller);
  return {
    tasks: rows.map(({ createdById, createdByName, ...task }) => {
      const reach = isGiver(ctx, createdById) ? 'all' : reviewed;
      const states = [...(standings.get(task.id) ?? [])]
        .filter(([userId]) => reaches(reach, userId))
        .map(([, state]) => state);
      const many = (state: (typeof states)[number]) => states.filter((one) => one === state).length;
      return {
        ...task,
        createdBy: createdById && createdByName ? { id: createdById, name: createdByName } : null,
        overdue: isPast(task.dueAt, now) && states.some(isOpen),
        people: states.length,
        handedIn: many('handed_in'),
        returned: many('returned'),
        accepted: many('accepted'),
      };
    }),
    total: counted?.n ?? 0,
  };
}

/** State of everybody whom tasks are for or who worked on them, by task and user. */
export async function standingsOf(
  ctx: Pick<TenantCtx, 'db' | 'readControl'>,
  taskIds: readonly string[],
) {
  const states = new Map<string, Map<string, State>>();
  if (taskIds.length === 0) return states;
  const [targets, work] = await ctx.db.batch([
    targetsAmong(ctx.db, taskIds),
    ctx.db
      .select({ taskId: taskWork.taskId, userId: taskWork.userId, state: taskWork.state })
      .from(taskWork)
      .where(inArray(taskWork.taskId, [...taskIds])),
  ]);
  for (const [taskId, userIds] of await audiencesOf(ctx, targets)) {
    states.set(taskId, new Map([...userIds].map((userId) => [userId, 'assigned'])));
  }
  for (const { taskId, userId, state } of work) {
    const of = states.get(taskId) ?? new Map<string, State>();
    of.set(userId, state);
    states.set(taskId, of);
  }
  return states;
}

export type State = 'assigned' | (typeof taskWork.$inferSelect)['state'];
