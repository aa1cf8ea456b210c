import type { taskWork } from '@/db/schema/tenant/tasks';
import type { TaskState } from './shapes';

type Work = Pick<typeof taskWork.$inferSelect, 'state' | 'attempt' | 'handedInAt'>;

/** How far somebody is with a task: no row means that they have not begun. */
export function standingOf(dueAt: Date | null, work: Work | null | undefined, now = new Date()) {
  const state: TaskState = work?.state ?? 'assigned';
  const handedInAt = work?.handedInAt ?? null;
  return {
    state,
    attempt: work?.attempt ?? 0,
    handedInAt,
    overdue: isOpen(state) && isPast(dueAt, now),
    late: handedInAt !== null && isPast(dueAt, handedInAt),
  };
}

/** Whether something is still to be done by whom it was given to. */
const isOpen = (state: TaskState) => state === 'assigned' || state === 'returned';

export const isPast = (dueAt: Date | null, at: Date) => dueAt !== null && dueAt < at;

interface Rules {
  lateHandIns: boolean;
  handInAgain: boolean;
}

/**
 * Whether something may be handed in at that time by whom it was given to. What came back is to be done
 * better, whatever the day. `glance.ts` says the same of what was not begun, in SQL.
 */
export function isTaken(
  { state, dueAt }: { state: TaskState; dueAt: Date | null },
  { lateHandIns, handInAgain }: Rules,
  at: Date,
): boolean {
  if (state === 'returned') return true;
  if (!lateHandIns && isPast(dueAt, at)) return false;
  return state === 'assigned' || (state === 'handed_in' && handInAgain);
}
