import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { people } from '@/db/schema/tenant/people';
import { taskWork } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, notFound } from '@/lib/errors';
import { isFollowedIn, type LoadedTask, loadTask, peopleOf } from '../load';
import { reaches, reviewReach } from '../reach';
import type { OfPerson, PersonWork, Result, Results, ResultsInput, TaskState } from '../shapes';
import { standingOf } from '../standing';
import { workOf } from '../work/own';
import { submissionsOf } from '../work/submissions';

// Who waits for a review first, who is done last.
const rank = sql`case ${taskWork.state} when 'handed_in' then 0 when 'accepted' then 2 else 1 end`;

/**
 * How far each person is with a task, those who wait for a review first. Throws `not_found`, and
 * `forbidden` for whom the task is merely for.
 */
export async function listResults(
  ctx: TenantCtx,
  { taskId, state, page, size }: z.output<typeof ResultsInput>,
): Promise<Results> {
  const loaded = await loadFollowed(ctx, taskId);
  const { db } = ctx;
  const isTheirs = and(eq(taskWork.taskId, taskId), eq(taskWork.userId, people.id));
  const ids = [...(await followedPeople(ctx, loaded))];
  const among = sql`${people.id} = any(${sql.param(ids)}::uuid[])`;
  const stateNow = sql<TaskState>`coalesce(${taskWork.state}, 'assigned')`;
  const [rows, counted] = await db.batch([
    db
      .select({
        userId: people.id,
        name: people.name,
        state: taskWork.state,
        attempt: taskWork.attempt,
        handedInAt: taskWork.handedInAt,
      })
      .from(people)
      .leftJoin(taskWork, isTheirs)
      .where(and(among, state ? eq(stateNow, state) : undefined))
      .orderBy(rank, asc(sql`lower(${people.name})`), asc(people.id))
      .limit(size)
      .offset((page - 1) * size),
    db
      .select({ state: stateNow, n: count() })
      .from(people)
      .leftJoin(taskWork, isTheirs)
      .where(among)
      .groupBy(stateNow),
  ]);
  const counts = { assigned: 0, handed_in: 0, returned: 0, accepted: 0 };
  for (const { state: of, n } of counted) counts[of] = n;
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return {
    people: rows.map(({ userId, name, ...work }) => ({
      userId,
      name,
      ...standingOf(loaded.task.dueAt, workOf(work)),
    })),
    total: state ? counts[state] : all,
    counts,
  };
}

/** The same of all people at one moment, by name. */
export async function allResults(ctx: TenantCtx, loaded: LoadedTask): Promise<Result[]> {
  const { id: taskId, dueAt } = loaded.task;
  const ids = sql.param([...(await followedPeople(ctx, loaded))]);
  const rows = await ctx.db
    .select({
      userId: people.id,
      name: people.name,
      state: taskWork.state,
      attempt: taskWork.attempt,
      handedInAt: taskWork.handedInAt,
    })
    .from(people)
    .leftJoin(taskWork, and(eq(taskWork.taskId, taskId), eq(taskWork.userId, people.id)))
    .where(sql`${people.id} = any(${ids}::uuid[])`)
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id));
  return rows.map(({ userId, name, ...work }) => ({
    userId,
    name,
    ...standingOf(dueAt, workOf(work)),
  }));
}

/** What one person handed in for a task. Throws `not_found`, `forbidden`. */
export async function getPersonWork(
  ctx: TenantCtx,
  { taskId, userId }: z.output<typeof OfPerson>,
): Promise<PersonWork> {
  const loaded = await loadFollowed(ctx, taskId);
  const { db } = ctx;
  const [[person], [work]] = await db.batch([
    db.select({ name: people.name }).from(people).where(eq(people.id, userId)),
    db
      .select()
      .from(taskWork)
      .where(and(eq(taskWork.taskId, taskId), eq(taskWork.userId, userId))),
  ]);
  const isTheirs = person && isFollowedIn(loaded, userId);
  if (!isTheirs || !(await peopleOf(ctx, loaded)).has(userId)) throw notFound('This person');
  const { dueAt } = loaded.task;
  return {
    userId,
    name: person.name,
    ...standingOf(dueAt, work),
    submissions: await submissionsOf(db, { taskId, userId, dueAt }),
    mayReview: reaches(reviewReach(ctx.caller), userId) && userId !== ctx.actor.id,
  };
}

/** Throws `forbidden` for whom the task is merely for. */
export async function loadFollowed(ctx: TenantCtx, taskId: string): Promise<LoadedTask> {
  const loaded = await loadTask(ctx, taskId);
  if (loaded.followed) return loaded;
  throw new AppError('forbidden', 'Your role does not allow this. An admin can change it.');
}

const followedPeople = async (ctx: TenantCtx, loaded: LoadedTask): Promise<ReadonlySet<string>> =>
  loaded.followed instanceof Set ? loaded.followed : await peopleOf(ctx, loaded);
