import { inArray } from 'drizzle-orm';
import { people } from '@/db/schema/tenant/people';
import type { TenantCtx } from '@/lib/doors/ctx';
import { notFound } from '@/lib/errors';
import { readConfig } from '@/lib/tenancy/configuration/read';
import { type LoadedTask, loadTask } from '../load';
import { reviewsAny } from '../reach';
import { tasksSettings } from '../settings';
import type { Target, TaskDetails } from '../shapes';
import { isTaken, standingOf } from '../standing';
import { withTopics } from '../topics';
import type { StoredTarget } from '../whose';
import { submissionsOf } from './submissions';

/** A task, and what the caller handed in where it is for them. Throws `not_found`. */
export async function getTask(
  ctx: TenantCtx,
  { taskId }: { taskId: string },
): Promise<TaskDetails> {
  const loaded = await loadTask(ctx, taskId);
  const [shown] = await withTopics(ctx, [loaded.task]);
  if (!shown) throw notFound('This task');
  const { tenantId: _, createdBy, ...task } = shown;
  const told = toldTargets(loaded);
  const tellable = told.flatMap(personOf);
  const known = await ctx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [createdBy ?? task.id, ...tellable]));
  return {
    ...task,
    createdBy: known.find(({ id }) => id === createdBy) ?? null,
    targets: told.flatMap(shownTarget),
    people: known.filter(({ id }) => tellable.includes(id)),
    own: loaded.isOwn ? await ownWork(ctx, loaded) : null,
    may: {
      change: loaded.mayChange,
      follow: loaded.followed !== null,
      review: loaded.followed !== null && reviewsAny(ctx.caller),
    },
  };
}

async function ownWork(
  ctx: TenantCtx,
  { task, ownWork: work }: LoadedTask,
): Promise<TaskDetails['own']> {
  const userId = ctx.caller.user?.id;
  if (!userId) return null;
  const { document: settings } = await readConfig(ctx.db, tasksSettings);
  const { id: taskId, dueAt } = task;
  const standing = standingOf(dueAt, work);
  const isFree = isTaken({ state: standing.state, dueAt }, settings, new Date());
  return {
    ...standing,
    submissions: await submissionsOf(ctx.db, { taskId, userId, dueAt }),
    mayHandIn: ctx.can('tasks.submit') && isFree,
  };
}

/** Whoever follows some people is told of those alone. */
function toldTargets({ followed, targets }: LoadedTask): StoredTarget[] {
  if (followed === 'all') return targets;
  return targets.filter(({ kind, targetId }) => kind === 'person' && followed?.has(targetId ?? ''));
}

const personOf = ({ kind, targetId }: StoredTarget) =>
  kind === 'person' && targetId ? [targetId] : [];

function shownTarget({ kind, targetId: id }: StoredTarget): Target[] {
  if (kind === 'everybody') return [{ kind }];
  if (!id) return [];
  if (kind === 'person') return [{ kind, userId: id }];
  return kind === 'team' ? [{ kind, teamId: id }] : [{ kind, roleId: id }];
}
