import { z } from 'zod';
import { cleanText } from '@/lib/clean-text';
import { TopicPointer, TopicShown } from '@/lib/tenancy/topics/shapes';

const Text = z.string().overwrite(cleanText);

export const TaskState = z.enum(['assigned', 'handed_in', 'returned', 'accepted']);
export type TaskState = z.infer<typeof TaskState>;

/** For whom a task is. */
export const Target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everybody') }),
  z.strictObject({ kind: z.literal('person'), userId: z.uuid() }),
  z.strictObject({ kind: z.literal('team'), teamId: z.uuid() }),
  z.strictObject({ kind: z.literal('role'), roleId: z.uuid() }),
]);
export type Target = z.infer<typeof Target>;

export const TaskDraft = z.strictObject({
  title: Text.trim().min(1, 'Give the task a title.').max(200, 'Keep this under 200 characters.'),
  instructions: Text.trim().max(20_000, 'Instructions have at most 20,000 characters.').default(''),
  /** With its offset; null for a task without a date. */
  dueAt: z.iso.datetime({ offset: true, error: 'Enter a date and time.' }).nullable(),
  takesText: z.boolean().default(false),
  takesFiles: z.boolean().default(false),
  /** Whether somebody looks at what is handed in; without it, handed in is done. */
  reviewed: z.boolean().default(true),
  targets: z.array(Target).min(1, 'Choose who gets the task.').max(100, 'Choose at most 100.'),
  /** A thing that it is about, such as a record; null for none, left as it is when left out. */
  about: TopicPointer.nullable().optional(),
});
export type TaskDraft = z.output<typeof TaskDraft>;

export const TaskId = z.strictObject({ taskId: z.uuid() });

/** `version` is the one that was changed. */
export const TaskChange = TaskDraft.extend({
  taskId: z.uuid(),
  version: z.number().int().min(1).max(1_000_000_000),
});

const Task = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  dueAt: z.coerce.date().nullable(),
  takesText: z.boolean(),
  takesFiles: z.boolean(),
  reviewed: z.boolean(),
  createdAt: z.coerce.date(),
  about: TopicShown.nullable(),
});

const Page = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(25),
};

/** How far somebody is. Whoever is late is told from the due date. */
const Standing = {
  state: TaskState,
  /** Of the latest submission; 0 before the first. */
  attempt: z.number().int(),
  handedInAt: z.coerce.date().nullable(),
  /** Due, and not handed in. */
  overdue: z.boolean(),
  /** Handed in after it was due. */
  late: z.boolean(),
};

export const OwnView = z.enum(['todo', 'overdue', 'handed_in', 'accepted']);
export type OwnView = z.infer<typeof OwnView>;

export const OwnTasksInput = z.strictObject({ view: OwnView.default('todo'), ...Page });

export const OwnTask = Task.extend(Standing);
export type OwnTask = z.infer<typeof OwnTask>;

export const OwnTasks = z.strictObject({
  tasks: z.array(OwnTask),
  total: z.number().int(),
  counts: z.record(OwnView, z.number().int()),
});
export type OwnTasks = z.infer<typeof OwnTasks>;

export const TaskFile = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
});
export type TaskFile = z.infer<typeof TaskFile>;

const PersonName = z.strictObject({ id: z.uuid(), name: z.string() });

export const Submission = z.strictObject({
  attempt: z.number().int(),
  body: z.string(),
  files: z.array(TaskFile),
  handedInAt: z.coerce.date(),
  late: z.boolean(),
  verdict: z.enum(['returned', 'accepted']).nullable(),
  feedback: z.string(),
  reviewedBy: PersonName.nullable(),
  reviewedAt: z.coerce.date().nullable(),
});
export type Submission = z.infer<typeof Submission>;

/** What somebody handed in, the latest first. */
const Work = z.strictObject({ ...Standing, submissions: z.array(Submission) });

export const TaskDetails = Task.extend({
  instructions: z.string(),
  dueZone: z.string(),
  version: z.number().int(),
  createdBy: PersonName.nullable(),
  /** For whom it is, told to those who gave or review it; empty for all others. */
  targets: z.array(Target),
  /** Names of the people among them. */
  people: z.array(PersonName),
  /** Null for whoever it is not for. */
  own: Work.extend({ mayHandIn: z.boolean() }).nullable(),
  may: z.strictObject({
    change: z.boolean(),
    /** See how people are doing: all of them, or those of a team. */
    follow: z.boolean(),
    review: z.boolean(),
  }),
});
export type TaskDetails = z.infer<typeof TaskDetails>;

/** What a new task begins with. */
export const TaskDefaults = z.strictObject({
  /** Time of day at which it is due. */
  dueTime: z.string(),
});

export const HandIn = z.strictObject({
  taskId: z.uuid(),
  /** How many times it was handed in before, so that nothing is handed in twice. */
  after: z.number().int().min(0).max(49, 'Somebody hands in at most 50 times.'),
  body: Text.trim().max(20_000, 'An answer has at most 20,000 characters.').default(''),
  fileIds: z.array(z.uuid()).max(20, 'At most 20 files.').default([]),
});

export const OfPerson = z.strictObject({ taskId: z.uuid(), userId: z.uuid() });

const Verdict = OfPerson.extend({
  attempt: z.number().int().min(1).max(10_000),
  /** The state it was in when it was looked at. */
  was: TaskState.exclude(['assigned']).default('handed_in'),
});
const Feedback = Text.trim().max(10_000, 'Feedback has at most 10,000 characters.');

export const Acceptance = Verdict.extend({ feedback: Feedback.default('') });
export const Return = Verdict.extend({
  feedback: Feedback.min(1, 'Say what is to be done better.'),
});

export const Outcome = z.strictObject({ state: TaskState, attempt: z.number().int() });

export const GivenInput = z.strictObject({
  /** Part of a title. */
  q: Text.trim().max(100).optional(),
  ...Page,
});

export const GivenTask = Task.extend({
  createdBy: PersonName.nullable(),
  overdue: z.boolean(),
  people: z.number().int(),
  handedIn: z.number().int(),
  returned: z.number().int(),
  accepted: z.number().int(),
});
export type GivenTask = z.infer<typeof GivenTask>;

export const GivenTasks = z.strictObject({
  tasks: z.array(GivenTask),
  total: z.number().int(),
});
export type GivenTasks = z.infer<typeof GivenTasks>;

export const AboutInput = TopicPointer;

export const TaskAbout = Task.omit({ about: true }).extend({
  /** Of the caller; null for a task that is not for them. */
  own: z.strictObject(Standing).nullable(),
  /** Of those whom the caller follows: how many have it, and how many are through; null for nobody. */
  people: z.strictObject({ all: z.number().int(), done: z.number().int() }).nullable(),
});
export type TaskAbout = z.infer<typeof TaskAbout>;

export const TasksAbout = z.strictObject({
  thing: z.strictObject({ title: z.string(), place: z.string(), path: z.string() }),
  /** The newest, 50 at most. */
  tasks: z.array(TaskAbout),
});
export type TasksAbout = z.infer<typeof TasksAbout>;

export const ResultsInput = TaskId.extend({ state: TaskState.optional(), ...Page });

export const Result = z.strictObject({ userId: z.uuid(), name: z.string(), ...Standing });
export type Result = z.infer<typeof Result>;

export const Results = z.strictObject({
  people: z.array(Result),
  total: z.number().int(),
  counts: z.record(TaskState, z.number().int()),
});
export type Results = z.infer<typeof Results>;

export const PersonWork = Work.extend({
  userId: z.uuid(),
  name: z.string(),
  /** False for one's own, which somebody else reviews. */
  mayReview: z.boolean(),
});
export type PersonWork = z.infer<typeof PersonWork>;

export const QueueInput = z.strictObject(Page);

export const Waiting = z.strictObject({
  taskId: z.uuid(),
  title: z.string(),
  userId: z.uuid(),
  name: z.string(),
  attempt: z.number().int(),
  handedInAt: z.coerce.date(),
  late: z.boolean(),
});
export type Waiting = z.infer<typeof Waiting>;

export const Queue = z.strictObject({ waiting: z.array(Waiting), total: z.number().int() });
export type Queue = z.infer<typeof Queue>;

export const OverdueInput = z.strictObject({ by: z.enum(['task', 'person']).default('task') });

export const Overdue = z.strictObject({
  groups: z.array(
    z.strictObject({
      /** Of the task, or of the person. */
      id: z.uuid(),
      title: z.string(),
      items: z.array(
        z.strictObject({
          taskId: z.uuid(),
          userId: z.uuid(),
          /** What the group is not: the person, or the task. */
          label: z.string(),
          dueAt: z.coerce.date(),
          state: TaskState,
        }),
      ),
    }),
  ),
  total: z.number().int(),
  /** True when older ones were left out. */
  more: z.boolean(),
});
export type Overdue = z.infer<typeof Overdue>;

export const ResultsFile = TaskId.extend({ format: z.enum(['csv', 'json']) });
