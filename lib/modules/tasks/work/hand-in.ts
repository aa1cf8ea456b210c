import { and, eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { taskSubmissions, tasks, taskWork } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, invalid } from '@/lib/errors';
import { readConfig } from '@/lib/tenancy/configuration/read';
import { loadTask } from '../load';
import { tasksSettings } from '../settings';
import type { HandIn, Outcome, TaskState } from '../shapes';
import { isTaken } from '../standing';
import { holdTaskFiles } from './files';

type Given = z.output<typeof HandIn>;
type StoredTask = typeof tasks.$inferSelect;

/**
 * Hands in what a task asks for; where nobody reviews it, it is accepted. Throws `not_found`,
 * `forbidden`, `invalid`, `precondition` once it is too late, and `conflict` when the task was handed
 * in or reviewed meanwhile.
 */
export async function handIn(ctx: TenantCtx, given: Given): Promise<z.input<typeof Outcome>> {
  const { taskId, after, body, fileIds } = given;
  const { db } = ctx;
  const { isOwn } = await loadTask(ctx, taskId);
  const userId = ctx.caller.user?.id;
  if (!isOwn || !userId) throw new AppError('forbidden', 'This task is not for you.');
  // Whoever changes or deletes the task waits, so that what is checked here still holds.
  const [task] = await db.select().from(tasks).where(eq(tasks.id, taskId)).for('share');
  if (!task) throw gone();
  refuseWrongKind(task, given);
  const { document: settings } = await readConfig(db, tasksSettings);
  const handedInAt = new Date();
  const takes = (state: TaskState) => isTaken({ state, dueAt: task.dueAt }, settings, handedInAt);
  if (after === 0 && !takes('assigned')) {
    throw new AppError('precondition', 'This task is overdue, and nothing is taken any more.');
  }
  const state = task.reviewed ? 'handed_in' : 'accepted';
  const attempt = after + 1;
  const next = { state, attempt, handedInAt, changedAt: handedInAt } as const;
  const open = (['returned', 'handed_in'] as const).filter(takes);
  const written =
    after === 0
      ? await db
          .insert(taskWork)
          .values({ taskId, userId, ...next })
          .onConflictDoNothing()
          .returning({ id: taskWork.id })
      : await db
          .update(taskWork)
          .set(next)
          .where(
            and(
              eq(taskWork.taskId, taskId),
              eq(taskWork.userId, userId),
              eq(taskWork.attempt, after),
              inArray(taskWork.state, open),
            ),
          )
          .returning({ id: taskWork.id });
  if (written.length === 0) throw await changedMeanwhile(ctx, { taskId, userId, after });
  const submissionId = uuidv7();
  const accepted =
    state === 'accepted' && ({ verdict: 'accepted', reviewedAt: handedInAt } as const);
  await db
    .insert(taskSubmissions)
    .values({ id: submissionId, taskId, userId, attempt, body, handedInAt, ...accepted });
  await holdTaskFiles(db, { fileIds, userId, submissionId });
  ctx.about('task', taskId, { attempt });
  return { state, attempt };
}

const gone = () => new AppError('not_found', 'This task does not exist.');

function refuseWrongKind({ takesText, takesFiles }: StoredTask, { body, fileIds }: Given) {
  if (body && !takesText) throw invalid('body', 'This task takes no text.');
  if (fileIds.length > 0 && !takesFiles) throw invalid('fileIds', 'This task takes no files.');
  if (body || fileIds.length > 0 || !(takesText || takesFiles)) return;
  throw takesText
    ? invalid('body', takesFiles ? 'Write something or add a file.' : 'Write something first.')
    : invalid('fileIds', 'Add a file first.');
}

async function changedMeanwhile(
  { db }: TenantCtx,
  { taskId, userId, after }: { taskId: string; userId: string; after: number },
): Promise<AppError> {
  const [work] = await db
    .select({ state: taskWork.state, attempt: taskWork.attempt })
    .from(taskWork)
    .where(and(eq(taskWork.taskId, taskId), eq(taskWork.userId, userId)));
  if (work?.attempt !== after) {
    return new AppError('conflict', 'You handed this in meanwhile. Look at what is there now.');
  }
  return work.state === 'accepted'
    ? new AppError('conflict', 'This was accepted already.')
    : new AppError('conflict', 'This waits for review. Hand it in again once it comes back.');
}
