import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { memberships, roles, teams } from '@/db/schema/control';
import { files } from '@/db/schema/tenant/files';
import { taskSubmissions, tasks, taskTargets } from '@/db/schema/tenant/tasks';
import type { TenantDb } from '@/db/tenant';
import { forgetValues } from '@/lib/custom-fields/values';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, invalid, notFound } from '@/lib/errors';
import { planSweep } from '@/lib/files/sweep';
import { taskSubject } from '../fields/subject';
import { loadTask } from '../load';
import type { Target, TaskChange, TaskDraft } from '../shapes';
import { aboutColumns } from '../topics';
import { taskFiles } from '../work/files';

/** Gives a task to people. Throws `invalid` for whom there is not. */
export async function createTask(
  ctx: TenantCtx,
  { targets, about, ...draft }: TaskDraft,
): Promise<{ id: string }> {
  await refuseStrangers(ctx, targets);
  const topic = await aboutColumns(ctx, about, null);
  const id = uuidv7();
  await ctx.db.insert(tasks).values({
    id,
    ...columnsOf(draft),
    ...topic,
    dueZone: zoneOf(ctx),
    createdBy: ctx.actor.id,
    createdAt: new Date(),
  });
  await writeTargets(ctx.db, id, targets);
  ctx.about('task', id, { title: draft.title });
  return { id };
}

/**
 * Changes a task and for whom it is; what was handed in stays. Throws `not_found`, `forbidden`,
 * `invalid`, and `conflict` when somebody else changed it meanwhile.
 */
export async function updateTask(
  ctx: TenantCtx,
  { taskId, version, targets, about, ...draft }: z.output<typeof TaskChange>,
): Promise<{ id: string; version: number }> {
  const { task, targets: stored } = await loadForChange(ctx, taskId);
  const known = new Set(stored.map(({ kind, targetId }) => `${kind} ${targetId}`));
  await refuseStrangers(
    ctx,
    targets.filter((one) => !known.has(`${one.kind} ${idOf(one)}`)),
  );
  const topic = await aboutColumns(ctx, about, task);
  const [changed] = await ctx.db
    .update(tasks)
    .set({
      ...columnsOf(draft),
      ...topic,
      ...(task.dueAt?.getTime() !== instantOf(draft)?.getTime() && { dueZone: zoneOf(ctx) }),
      version: sql`${tasks.version} + 1`,
    })
    .where(and(eq(tasks.id, taskId), eq(tasks.version, version)))
    .returning({ version: tasks.version });
  if (!changed) {
    throw new AppError('conflict', 'This task was changed by somebody else meanwhile. Look again.');
  }
  await ctx.db.delete(taskTargets).where(eq(taskTargets.taskId, taskId));
  await writeTargets(ctx.db, taskId, targets);
  ctx.about('task', taskId, { title: draft.title });
  return { id: taskId, version: changed.version };
}

/** Takes a task away with everything that was handed in. Throws `not_found`, `forbidden`. */
export async function deleteTask(
  ctx: TenantCtx,
  { taskId }: { taskId: string },
): Promise<{ id: string }> {
  const { task } = await loadForChange(ctx, taskId);
  const { db } = ctx;
  const now = new Date();
  // Who hands something in holds the task until it is written, so that nothing is left behind.
  const [held] = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(eq(tasks.id, taskId))
    .for('update');
  if (!held) throw notFound('This task');
  const handedIn = db
    .select({ id: taskSubmissions.id })
    .from(taskSubmissions)
    .where(eq(taskSubmissions.taskId, taskId));
  const gone = await db
    .update(files)
    .set({ expiresAt: now })
    .where(and(eq(files.purpose, taskFiles.purpose), inArray(files.recordId, handedIn)))
    .returning({ id: files.id });
  if (gone.length > 0) await planSweep(db, taskFiles, now);
  await forgetValues(db, taskSubject.id, taskId);
  await db.delete(tasks).where(eq(tasks.id, taskId));
  ctx.about('task', taskId, { title: task.title });
  return { id: taskId };
}

async function loadForChange(ctx: TenantCtx, taskId: string) {
  const loaded = await loadTask(ctx, taskId);
  if (loaded.mayChange) return loaded;
  throw new AppError('forbidden', 'Only who gave a task, or who reviews all, can change it.');
}

type Draft = Omit<TaskDraft, 'targets' | 'about'>;

const instantOf = ({ dueAt }: Pick<Draft, 'dueAt'>) => (dueAt === null ? null : new Date(dueAt));

const columnsOf = (draft: Draft) => ({ ...draft, dueAt: instantOf(draft) });

/** The clock that the caller reads. */
const zoneOf = ({ caller, tenant }: TenantCtx) => caller.user?.timeZone ?? tenant.timeZone;

async function writeTargets(db: TenantDb, taskId: string, targets: readonly Target[]) {
  const rows = new Map(targets.map((target) => [JSON.stringify(target), target]));
  await db
    .insert(taskTargets)
    .values([...rows.values()].map((one) => ({ taskId, kind: one.kind, targetId: idOf(one) })));
}

function idOf(target: Target): string | null {
  switch (target.kind) {
    case 'person':
      return target.userId;
    case 'team':
      return target.teamId;
    case 'role':
      return target.roleId;
    default:
      return null;
  }
}

async function refuseStrangers({ readControl }: TenantCtx, targets: readonly Target[]) {
  const idsOf = (kind: Target['kind']) => [
    ...new Set(targets.flatMap((one) => (one.kind === kind ? (idOf(one) ?? []) : []))),
  ];
  const [userIds, teamIds, roleIds] = [idsOf('person'), idsOf('team'), idsOf('role')];
  if (userIds.length + teamIds.length + roleIds.length === 0) return;
  const found = await readControl((db) =>
    db.batch([
      db
        .select({ id: memberships.userId })
        .from(memberships)
        .where(and(inArray(memberships.userId, userIds), eq(memberships.state, 'active'))),
      db
        .select({ id: teams.id })
        .from(teams)
        .where(and(inArray(teams.id, teamIds), isNull(teams.archivedAt))),
      db.select({ id: roles.id }).from(roles).where(inArray(roles.id, roleIds)),
    ]),
  );
  const [members, ownTeams, ownRoles] = found;
  if (members.length < userIds.length) throw invalid('targets', 'Somebody named is not a member.');
  if (ownTeams.length < teamIds.length) throw invalid('targets', 'A team named is not there.');
  if (ownRoles.length < roleIds.length) throw invalid('targets', 'A role named is not there.');
}
