import { inArray } from 'drizzle-orm';
import { taskWork } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { audiencesOf } from '../audience';
import type { Crowd } from '../crowd';
import { type Reach, reaches } from '../reach';
import type { TaskState } from '../shapes';
import { targetsAmong } from '../whose';

type WorkState = (typeof taskWork.$inferSelect)['state'];

/** How far the people of one task are. */
export interface Standings {
  /** For whom it is; nobody where all whom it names are gone. */
  crowd: Crowd | undefined;
  /** Of everybody who handed something in, whether it is for them still or not. */
  work: ReadonlyMap<string, WorkState>;
}

export async function standingsOf(
  ctx: Pick<TenantCtx, 'db' | 'readControl'>,
  taskIds: readonly string[],
): Promise<(taskId: string) => Standings> {
  if (taskIds.length === 0) return () => ({ crowd: undefined, work: new Map() });
  const [targets, rows] = await ctx.db.batch([
    targetsAmong(ctx.db, taskIds),
    ctx.db
      .select({ taskId: taskWork.taskId, userId: taskWork.userId, state: taskWork.state })
      .from(taskWork)
      .where(inArray(taskWork.taskId, [...taskIds])),
  ]);
  const crowds = await audiencesOf(ctx, targets);
  const work = new Map(taskIds.map((id) => [id, new Map<string, WorkState>()]));
  for (const { taskId, userId, state } of rows) work.get(taskId)?.set(userId, state);
  return (taskId) => ({ crowd: crowds.get(taskId), work: work.get(taskId) ?? new Map() });
}

/** How many of those within reach are how far, counted without a look at each who has not begun. */
export function tallyOf({ crowd, work }: Standings, reach: Reach): Record<TaskState, number> {
  const counts = { assigned: 0, handed_in: 0, returned: 0, accepted: 0 };
  let begun = 0;
  for (const [userId, state] of work) {
    if (!reaches(reach, userId)) continue;
    counts[state] += 1;
    if (crowd?.has(userId)) begun += 1;
  }
  const size = crowd?.size ?? 0;
  const among = reach === 'all' ? size : [...reach].filter((userId) => crowd?.has(userId)).length;
  counts.assigned = among - begun;
  return counts;
}

/** Those within reach who have still something to do. */
export function* openOf({ crowd, work }: Standings, reach: Reach) {
  for (const [userId, state] of work) {
    if (state === 'returned' && reaches(reach, userId)) yield { userId, state };
  }
  for (const userId of crowd ?? []) {
    if (!work.has(userId) && reaches(reach, userId)) yield { userId, state: 'assigned' as const };
  }
}
