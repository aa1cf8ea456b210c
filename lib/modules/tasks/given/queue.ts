import { and, asc, count, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { people } from '@/db/schema/tenant/people';
import { tasks, taskWork } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { isOneOf, requireReviewing } from '../reach';
import type { Queue, QueueInput } from '../shapes';
import { isPast } from '../standing';

const nobody = '00000000-0000-0000-0000-000000000000';

/** What waits for a review by the caller, the oldest first; not their own. Throws `forbidden`. */
export async function listQueue(
  ctx: TenantCtx,
  { page, size }: z.output<typeof QueueInput>,
): Promise<Queue> {
  const reach = requireReviewing(ctx);
  const { db } = ctx;
  const where = and(
    eq(taskWork.state, 'handed_in'),
    ne(taskWork.userId, ctx.caller.user?.id ?? nobody),
    reach === 'all' ? undefined : isOneOf([...reach]),
  );
  const [rows, [counted]] = await db.batch([
    db
      .select({
        taskId: tasks.id,
        title: tasks.title,
        dueAt: tasks.dueAt,
        userId: taskWork.userId,
        name: people.name,
        attempt: taskWork.attempt,
        handedInAt: taskWork.handedInAt,
      })
      .from(taskWork)
      .innerJoin(tasks, eq(tasks.id, taskWork.taskId))
      .leftJoin(people, eq(people.id, taskWork.userId))
      .where(where)
      .orderBy(asc(taskWork.handedInAt), asc(taskWork.id))
      .limit(size)
      .offset((page - 1) * size),
    db.select({ n: count() }).from(taskWork).where(where),
  ]);
  return {
    waiting: rows.map(({ dueAt, name, ...row }) => ({
      ...row,
      name: name ?? '',
      late: isPast(dueAt, row.handedInAt),
    })),
    total: counted?.n ?? 0,
  };
}
