import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { z } from 'zod';
import { databaseNow } from '@/db/clock';
import { tasks, taskWork } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { taskColumns } from '../columns';
import type { OwnTasks, OwnTasksInput, OwnView } from '../shapes';
import { standingOf } from '../standing';
import { withTopics } from '../topics';
import { isFor, ownWhose, valuesOf } from '../whose';

const isOpen = or(isNull(taskWork.state), eq(taskWork.state, 'returned'));

const views: Record<OwnView, SQL | undefined> = {
  todo: and(isOpen, or(isNull(tasks.dueAt), gte(tasks.dueAt, databaseNow))),
  overdue: and(isOpen, lt(tasks.dueAt, databaseNow)),
  handed_in: eq(taskWork.state, 'handed_in'),
  accepted: eq(taskWork.state, 'accepted'),
};

const nothing: OwnTasks = {
  tasks: [],
  total: 0,
  counts: { todo: 0, overdue: 0, handed_in: 0, accepted: 0 },
};

/** Tasks of the caller, a page at a time: what is due first, or what changed last. */
export async function listOwnTasks(
  ctx: TenantCtx,
  { view, page, size }: z.output<typeof OwnTasksInput>,
): Promise<OwnTasks> {
  const { db, caller } = ctx;
  if (!caller.user) return nothing;
  const whose = ownWhose(caller);
  const isMine = and(eq(taskWork.taskId, tasks.id), eq(taskWork.userId, caller.user.id));
  const own = or(isNotNull(taskWork.id), whose ? isFor(db, valuesOf(whose)) : undefined);
  const order =
    view === 'todo' || view === 'overdue'
      ? [sql`${tasks.dueAt} asc nulls last`, asc(tasks.id)]
      : [desc(taskWork.changedAt), desc(tasks.id)];
  const counted = (of: OwnView) => sql<number>`(count(*) filter (where ${views[of]}))::int`;
  const [rows, [counts]] = await db.batch([
    db
      .select({
        ...taskColumns,
        state: taskWork.state,
        attempt: taskWork.attempt,
        handedInAt: taskWork.handedInAt,
      })
      .from(tasks)
      .leftJoin(taskWork, isMine)
      .where(and(own, views[view]))
      .orderBy(...order)
      .limit(size)
      .offset((page - 1) * size),
    db
      .select({
        all: count(),
        todo: counted('todo'),
        overdue: counted('overdue'),
        handed_in: counted('handed_in'),
        accepted: counted('accepted'),
      })
      .from(tasks)
      .leftJoin(taskWork, isMine)
      .where(own),
  ]);
  const { all: _, ...numbers } = counts ?? { all: 0, ...nothing.counts };
  const named = await withTopics(ctx, rows);
  return {
    tasks: named.map(({ state, attempt, handedInAt, ...task }) => ({
      ...task,
      ...standingOf(task.dueAt, workOf({ state, attempt, handedInAt })),
    })),
    total: numbers[view],
    counts: numbers,
  };
}

interface Joined {
  state: (typeof taskWork.$inferSelect)['state'] | null;
  attempt: number | null;
  handedInAt: Date | null;
}

/** Work as a left join reads it. */
export const workOf = ({ state, attempt, handedInAt }: Joined) =>
  state && attempt !== null && handedInAt ? { state, attempt, handedInAt } : null;
