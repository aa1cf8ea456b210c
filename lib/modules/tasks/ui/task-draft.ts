import type { TopicPointer, TopicShown } from '@/lib/tenancy/topics/shapes';
import { momentAt, wallTime } from '@/lib/wall-time';
import type { Target, TaskDetails } from '../shapes';

/** What a task is about, as its form says it. */
export interface DraftTopic {
  pointer: TopicPointer;
  /** Null where it is gone, or kept from who changes the task. */
  title: string | null;
  place: string;
}

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
  about: DraftTopic | null;
  /** The moment that day and time stood for, seconds included, until one is changed. */
  was: { day: string; time: string; dueAt: Date } | null;
}

export const blankDraft = (dueTime: string, about: DraftTopic | null = null): Draft => ({
  title: '',
  instructions: '',
  day: '',
  time: dueTime,
  takesText: true,
  takesFiles: false,
  reviewed: true,
  targets: [],
  about,
  was: null,
});

export function draftOf(task: TaskDetails, dueTime: string, timeZone: string): Draft {
  const { title, instructions, dueAt, takesText, takesFiles, reviewed, targets } = task;
  const [day = '', time = dueTime] = dueAt ? wallTime(dueAt, timeZone).split('T') : [];
  const about = task.about && topicOf(task.about);
  const shown = { title, instructions, takesText, takesFiles, reviewed, targets, about };
  const clock = { day, time: time.slice(0, 5) };
  return { ...shown, ...clock, was: dueAt && { ...clock, dueAt } };
}

function topicOf({ thing, ...pointer }: TopicShown): DraftTopic {
  // A module that is gone since is refused where the task is saved.
  const named = { title: thing?.title ?? null, place: thing?.place ?? '' };
  return { pointer: pointer as TopicPointer, ...named };
}

/** The draft as it is sent; the day and time are on the clock of `timeZone`. */
export function inputOf({ day, time, was, about, ...rest }: Draft, timeZone: string) {
  const draft = { ...rest, about: about?.pointer ?? null };
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
