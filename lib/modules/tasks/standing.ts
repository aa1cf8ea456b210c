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
