import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, tenantTable } from '../table';

/** Something that people are asked to do. */
export const tasks = tenantTable(
  'tasks',
  {
    title: text('title').notNull(),
    instructions: text('instructions').notNull().default(''),
    /** Null where there is no hurry. Whoever is late is told from it, and nothing says so besides. */
    dueAt: instant('due_at'),
    /** On whose clock it was set. */
    dueZone: text('due_zone').notNull(),
    takesText: boolean('takes_text').notNull(),
    takesFiles: boolean('takes_files').notNull(),
    /** Whether somebody looks at what is handed in; without it, handed in is accepted. */
    reviewed: boolean('reviewed').notNull(),
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    /** A thing of a module that it is about, by what that module calls it; it may be gone meanwhile. */
    aboutModule: text('about_module'),
    aboutWithin: uuid('about_within'),
    aboutId: uuid('about_id'),
  },
  (t) => [
    index('tasks_about').on(t.tenantId, t.aboutId).where(sql`about_id is not null`),
    index('tasks_due').on(t.tenantId, t.dueAt),
    index('tasks_created').on(t.tenantId, t.createdAt),
  ],
);

export const targetKinds = ['everybody', 'person', 'team', 'role'] as const;

/** For whom a task is. Who belongs to a team or has a role is asked each time, not kept here. */
export const taskTargets = tenantTable(
  'task_targets',
  {
    taskId: uuid('task_id').notNull(),
    kind: text('kind', { enum: targetKinds }).notNull(),
    /** Of a user, a team or a role; null for everybody. */
    targetId: uuid('target_id'),
  },
  (t) => [
    index('task_targets_task').on(t.tenantId, t.taskId),
    index('task_targets_target').on(t.tenantId, t.kind, t.targetId),
    foreignKey({
      name: 'task_targets_task_fk',
      columns: [t.tenantId, t.taskId],
      foreignColumns: [tasks.tenantId, tasks.id],
    }).onDelete('cascade'),
  ],
);

export const workStates = ['handed_in', 'returned', 'accepted'] as const;

/** How far somebody is with a task; who has not begun has no row. */
export const taskWork = tenantTable(
  'task_work',
  {
    taskId: uuid('task_id').notNull(),
    userId: uuid('user_id').notNull(),
    state: text('state', { enum: workStates }).notNull(),
    /** Of the submission that the state is about, counted from 1. */
    attempt: integer('attempt').notNull(),
    handedInAt: instant('handed_in_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    unique('task_work_person').on(t.tenantId, t.taskId, t.userId),
    index('task_work_user').on(t.tenantId, t.userId),
    index('task_work_waiting').on(t.tenantId, t.handedInAt).where(sql`state = 'handed_in'`),
    foreignKey({
      name: 'task_work_task_fk',
      columns: [t.tenantId, t.taskId],
      foreignColumns: [tasks.tenantId, tasks.id],
    }).onDelete('cascade'),
  ],
);

/** What somebody handed in, and what was said of it. Its files are those of `files` that name it. */
export const taskSubmissions = tenantTable(
  'task_submissions',
  {
    taskId: uuid('task_id').notNull(),
    userId: uuid('user_id').notNull(),
    attempt: integer('attempt').notNull(),
    body: text('body').notNull().default(''),
    handedInAt: instant('handed_in_at').notNull(),
    /** Null while nobody has looked at it. */
    verdict: text('verdict', { enum: ['returned', 'accepted'] }),
    feedback: text('feedback').notNull().default(''),
    /** Null where nobody had to look. */
    reviewedBy: uuid('reviewed_by'),
    reviewedAt: instant('reviewed_at'),
  },
  (t) => [
    unique('task_submissions_attempt').on(t.tenantId, t.taskId, t.userId, t.attempt),
    index('task_submissions_user').on(t.tenantId, t.userId),
    foreignKey({
      name: 'task_submissions_task_fk',
      columns: [t.tenantId, t.taskId],
      foreignColumns: [tasks.tenantId, tasks.id],
    }).onDelete('cascade'),
  ],
);
