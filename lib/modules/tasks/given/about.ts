import { and, desc, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { tasks, taskWork } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { notFound } from '@/lib/errors';
import { nameTopics } from '@/lib/tenancy/topics/topics';
import { taskColumns } from '../columns';
import { followsOthers, isFollowed, isGiver, reviewReach } from '../reach';
import type { AboutInput, TasksAbout } from '../shapes';
import { standingOf } from '../standing';
import { isFor, ownWhose, valuesOf } from '../whose';
import { workOf } from '../work/own';
import { standingsOf, tallyOf } from './standings';

const most = 50;
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Tasks about a thing, among those that the caller may see, the newest first. Throws `not_found` where
 * the thing is not there, or is kept from them.
 */
export async function listTasksAbout(
  ctx: TenantCtx,
  pointer: z.output<typeof AboutInput>,
): Promise<TasksAbout> {
  const thing = (await nameTopics(ctx, [pointer]))(pointer);
  if (!thing) throw notFound('This thing');
  const { db, caller } = ctx;
  const whose = ownWhose(caller);
  const mine = or(isNotNull(taskWork.id), whose ? isFor(db, valuesOf(whose)) : undefined) as SQL;
  const followed = followsOthers(ctx) ? ((await isFollowed(ctx)) ?? sql`true`) : sql`false`;
  const { module, id } = pointer;
  const rows = await db
    .select({
      ...taskColumns,
      createdBy: tasks.createdBy,
      state: taskWork.state,
      attempt: taskWork.attempt,
      handedInAt: taskWork.handedInAt,
      isMine: sql<boolean>`(${mine})`,
      isFollowed: sql<boolean>`(${followed})`,
    })
    .from(tasks)
    .leftJoin(
      taskWork,
      and(eq(taskWork.taskId, tasks.id), eq(taskWork.userId, caller.user?.id ?? nobody)),
    )
    .where(and(eq(tasks.aboutModule, module), eq(tasks.aboutId, id), or(mine, followed)))
    .orderBy(desc(tasks.createdAt), desc(tasks.id))
    .limit(most);
  const ids = rows.flatMap((row) => (row.isFollowed ? [row.id] : []));
  const standingsIn = await standingsOf(ctx, ids);
  const reviewed = reviewReach(caller);
  return {
    thing,
    tasks: rows.map(({ createdBy, state, attempt, handedInAt, isMine, isFollowed, ...row }) => {
      const { aboutModule: _, aboutWithin: __, aboutId: ___, ...task } = row;
      const reach = isGiver(ctx, createdBy) ? 'all' : reviewed;
      const many = isFollowed ? tallyOf(standingsIn(task.id), reach) : null;
      return {
        ...task,
        own: isMine ? standingOf(task.dueAt, workOf({ state, attempt, handedInAt })) : null,
        people: many && {
          all: many.assigned + many.handed_in + many.returned + many.accepted,
          done: many.accepted,
        },
      };
    }),
  };
}
