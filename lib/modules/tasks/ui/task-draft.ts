import { momentAt, wallTime } from '@/lib/wall-time';
import type { Target, TaskDetails } from '../shapes';

/** A task as its form holds it. */
export interface Draft {
  title: string;
  instructions: string;
  /** `2026-11-30`; empty for no due date. */
  day: string;
  /** `23:59` */
  time: string;
  takesText: boolean;
  takesFiles: boolean;
  reviewed: boolean;
  targets: Target[];
  /** The moment that day and time stood for, seconds included, until one is changed. */
  was: { day: string; time: string; dueAt: Date } | null;
}

export const blankDraft = (dueTime: string): Draft => ({
  title: '',
  instructions: '',
  day: '',
  time: dueTime,
  takesText: true,
  takesFiles: false,
  reviewed: true,
  targets: [],
  was: null,
});

export function draftOf(task: TaskDetails, dueTime: string, timeZone: string): Draft {
  const { title, instructions, dueAt, takesText, takesFiles, reviewed, targets } = task;
  const [day = '', time = dueTime] = dueAt ? wallTime(dueAt, timeZone).split('T') : [];
  const shown = { title, instructions, takesText, takesFiles, reviewed, targets };
  const clock = { day, time: time.slice(0, 5) };
  return { ...shown, ...clock, was: dueAt && { ...clock, dueAt } };
}

/** The draft as it is sent; the day and time are on the clock of `timeZone`. */
export function inputOf({ day, time, was, ...draft }: Draft, timeZone: string) {
  const isSame = was?.day === day && was.time === time;
  if (was && isSame) return { ...draft, dueAt: was.dueAt.toISOString() };
  const at = day ? momentAt(`${day}T${time || '00:00'}`, timeZone) : null;
  return { ...draft, dueAt: at?.toISOString() ?? null };
}

/** One id for each target, by which a list knows it. */
export function keyOf(target: Target): string {
  switch (target.kind) {
    case 'person':
      return `person:${target.userId}`;
    case 'team':
      return `team:${target.teamId}`;
    case 'role':
      return `role:${target.roleId}`;
    default:
      return 'everybody';
  }
}

export function targetOf(key: string): Target {
  const [kind, id = ''] = key.split(':');
  if (kind === 'person') return { kind, userId: id };
  if (kind === 'team') return { kind, teamId: id };
  return kind === 'role' ? { kind, roleId: id } : { kind: 'everybody' };
}
