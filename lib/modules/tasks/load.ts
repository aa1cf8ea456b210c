import { and, eq } from 'drizzle-orm';
import { tasks, taskTargets, taskWork } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { notFound } from '@/lib/errors';
import { audiencesOf } from './audience';
import { isGiver, reaches, reviewReach } from './reach';
import { namesOne, ownWhose, type StoredTarget } from './whose';

type StoredTask = typeof tasks.$inferSelect;
type StoredWork = typeof taskWork.$inferSelect;

type Loading = Pick<TenantCtx, 'db' | 'actor' | 'caller' | 'can' | 'readControl'>;

/** A task as the caller may see it. */
export interface LoadedTask {
  task: StoredTask;
  targets: StoredTarget[];
  /** Whether it is for the caller, or was when they handed something in. */
  isOwn: boolean;
  ownWork: StoredWork | null;
  /** Whether they gave it, or may change what anybody gave. */
  mayChange: boolean;
  /** Whose standing they see; null for nobody but themselves. */
  followed: 'all' | ReadonlySet<string> | null;
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** A task that is for the caller, that they gave, or that people have whom they review. Throws `not_found`. */
export async function loadTask(ctx: Loading, taskId: string): Promise<LoadedTask> {
  const { db, caller } = ctx;
  const [[task], targets, [ownWork]] = await db.batch([
    db.select().from(tasks).where(eq(tasks.id, taskId)),
    db
      .select({
        taskId: taskTargets.taskId,
        kind: taskTargets.kind,
        targetId: taskTargets.targetId,
      })
      .from(taskTargets)
      .where(eq(taskTargets.taskId, taskId))
      .orderBy(taskTargets.id),
    db
      .select()
      .from(taskWork)
      .where(and(eq(taskWork.taskId, taskId), eq(taskWork.userId, caller.user?.id ?? nobody))),
  ]);
  if (!task) throw notFound('This task');
  const whose = ownWhose(caller);
  const isOwn =
    ownWork !== undefined || (whose !== null && targets.some((one) => namesOne(one, whose)));
  const followed = await followedIn(ctx, { task, targets });
  if (!isOwn && !followed) throw notFound('This task');
  const isOwnToChange = isGiver(ctx, task.createdBy) || ctx.can('tasks.review');
  const mayChange = ctx.can('tasks.assign') && isOwnToChange;
  return { task, targets, isOwn, ownWork: ownWork ?? null, mayChange, followed };
}

async function followedIn(
  ctx: Loading,
  { task, targets }: Pick<LoadedTask, 'task' | 'targets'>,
): Promise<LoadedTask['followed']> {
  const reach = reviewReach(ctx.caller);
  if (reach === 'all' || isGiver(ctx, task.createdBy)) return 'all';
  if (reach.size === 0) return null;
  const among = await peopleOf(ctx, { task, targets });
  const near = new Set([...among].filter((userId) => reaches(reach, userId)));
  return near.size > 0 ? near : null;
}

/** Ids of those whom a task is for, and of who handed something in before it was not for them any more. */
export async function peopleOf(
  ctx: Pick<Loading, 'db' | 'readControl'>,
  { task, targets }: Pick<LoadedTask, 'task' | 'targets'>,
): Promise<Set<string>> {
  const audience = new Set((await audiencesOf(ctx, targets)).get(task.id));
  const worked = await ctx.db
    .select({ userId: taskWork.userId })
    .from(taskWork)
    .where(eq(taskWork.taskId, task.id));
  for (const { userId } of worked) audience.add(userId);
  return audience;
}

export const isFollowedIn = ({ followed }: LoadedTask, userId: string) =>
  followed === 'all' || followed?.has(userId) === true;
