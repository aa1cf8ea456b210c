import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { readConfig } from '@/lib/tenancy/configuration/read';
import { bringOver } from './come-over';
import { exportResults } from './given/export';
import { listGivenTasks } from './given/list';
import { listOverdue } from './given/overdue';
import { listQueue } from './given/queue';
import { getPersonWork, listResults } from './given/results';
import { createTask, deleteTask, updateTask } from './given/write';
import { tasksSettings } from './settings';
import {
  Acceptance,
  GivenInput,
  GivenTasks,
  HandIn,
  OfPerson,
  Outcome,
  Overdue,
  OverdueInput,
  OwnTasks,
  OwnTasksInput,
  PersonWork,
  Queue,
  QueueInput,
  Results,
  ResultsFile,
  ResultsInput,
  Return,
  TaskChange,
  TaskDefaults,
  TaskDetails,
  TaskDraft,
  TaskFile,
  TaskId,
} from './shapes';
import { downloadTaskFile, sweepTaskFiles, uploadTaskFile } from './work/files';
import { getTask } from './work/get';
import { handIn } from './work/hand-in';
import { listOwnTasks } from './work/own';
import { accept, giveBack } from './work/review';

const common = { module: 'tasks', plane: 'tenant' } as const;
const read = { ...common, permission: 'tasks.read', method: 'GET' } as const;
const give = { ...common, permission: 'tasks.assign' } as const;
const submit = { ...common, permission: 'tasks.submit', method: 'POST' } as const;
// Who reviews by a role over a team does so without reviewing everywhere, so the verb asks.
const review = { ...common, permission: 'tasks.read', method: 'POST' } as const;
const job = { plane: 'tenant', permission: 'job', method: 'POST', path: null } as const;

const Made = z.strictObject({ id: z.uuid() });

const tasks = {
  list: procedure(
    {
      ...read,
      name: 'tasks.list',
      summary: 'List your own tasks, what is due first',
      path: '/tasks',
      input: OwnTasksInput,
      output: OwnTasks,
    },
    listOwnTasks,
  ),
  given: procedure(
    {
      ...read,
      name: 'tasks.given',
      summary: 'List tasks that you gave or whose people you review',
      path: '/tasks/given',
      input: GivenInput,
      output: GivenTasks,
    },
    listGivenTasks,
  ),
  queue: procedure(
    {
      ...read,
      name: 'tasks.queue',
      summary: 'List what waits for your review, the oldest first',
      path: '/tasks/queue',
      input: QueueInput,
      output: Queue,
    },
    listQueue,
  ),
  overdue: procedure(
    {
      ...read,
      name: 'tasks.overdue',
      summary: 'List what people you follow have not handed in in time',
      path: '/tasks/overdue',
      input: OverdueInput,
      output: Overdue,
    },
    listOverdue,
  ),
  defaults: procedure(
    {
      ...give,
      name: 'tasks.defaults',
      summary: 'Read what a new task begins with',
      method: 'GET',
      path: '/tasks/defaults',
      input: z.strictObject({}),
      output: TaskDefaults,
    },
    async ({ db }) => {
      const { document } = await readConfig(db, tasksSettings);
      return { dueTime: document.dueTime };
    },
  ),
  create: procedure(
    {
      ...give,
      name: 'tasks.create',
      summary: 'Give a task to people, teams, roles or everybody',
      method: 'POST',
      path: '/tasks',
      input: TaskDraft,
      output: Made,
    },
    createTask,
  ),
  get: procedure(
    {
      ...read,
      name: 'tasks.get',
      summary: 'Read a task, and what you handed in for it',
      path: '/tasks/{taskId}',
      input: TaskId,
      output: TaskDetails,
    },
    getTask,
  ),
  update: procedure(
    {
      ...give,
      name: 'tasks.update',
      summary: 'Change a task and for whom it is',
      method: 'PUT',
      path: '/tasks/{taskId}',
      input: TaskChange,
      output: Made.extend({ version: z.number().int() }),
    },
    updateTask,
  ),
  delete: procedure(
    {
      ...give,
      name: 'tasks.delete',
      summary: 'Delete a task with everything that was handed in',
      method: 'DELETE',
      path: '/tasks/{taskId}',
      input: TaskId,
      output: Made,
    },
    deleteTask,
  ),
  results: procedure(
    {
      ...read,
      name: 'tasks.results',
      summary: 'List how far each person is with a task',
      path: '/tasks/{taskId}/people',
      input: ResultsInput,
      output: Results,
    },
    listResults,
  ),
  work: procedure(
    {
      ...read,
      name: 'tasks.work',
      summary: 'Read what a person handed in for a task',
      path: '/tasks/{taskId}/people/{userId}',
      input: OfPerson,
      output: PersonWork,
    },
    getPersonWork,
  ),
  export: procedure(
    {
      ...read,
      name: 'tasks.export',
      summary: 'Download how far each person is with a task, as CSV or JSON',
      path: '/tasks/{taskId}/export/{format}',
      rate: 'heavy',
      input: ResultsFile,
      output: z.file(),
    },
    exportResults,
  ),
  handIn: procedure(
    {
      ...submit,
      name: 'tasks.handIn',
      summary: 'Hand in what a task asks for',
      path: '/tasks/{taskId}/hand-in',
      input: HandIn,
      output: Outcome,
    },
    handIn,
  ),
  upload: procedure(
    {
      ...submit,
      name: 'tasks.upload',
      summary:
        'Upload a file of up to 10 MB for a task, as multipart form data, to hand it in within a day',
      path: '/tasks/{taskId}/files',
      rate: 'write',
      transaction: 'none',
      input: z.strictObject({ taskId: z.uuid(), file: z.file() }),
      output: TaskFile,
    },
    uploadTaskFile,
  ),
  download: procedure(
    {
      ...read,
      name: 'tasks.download',
      summary: 'Download a file that was handed in',
      path: '/tasks/files/{fileId}',
      input: z.strictObject({ fileId: z.uuid() }),
      output: z.file(),
    },
    downloadTaskFile,
  ),
  accept: procedure(
    {
      ...review,
      name: 'tasks.accept',
      summary: 'Accept what a person handed in',
      path: '/tasks/{taskId}/people/{userId}/accept',
      input: Acceptance,
      output: Outcome,
    },
    accept,
  ),
  return: procedure(
    {
      ...review,
      name: 'tasks.return',
      summary: 'Return what a person handed in, to be done better',
      path: '/tasks/{taskId}/people/{userId}/return',
      input: Return,
      output: Outcome,
    },
    giveBack,
  ),
  sweep: procedure(
    {
      ...job,
      name: 'tasks.sweep',
      summary: 'Removes files of tasks that nobody handed in',
      transaction: 'none',
      input: z.strictObject({}),
      output: z.void(),
    },
    sweepTaskFiles,
  ),
  bringOver: procedure(
    {
      ...job,
      name: 'tasks.bringOver',
      summary: 'Gives tasks that name one person to the account they came over to',
      whileSuspended: true,
      input: z.strictObject({ formerUserId: z.uuid(), newUserId: z.uuid() }),
      output: z.strictObject({}),
    },
    async (ctx, renaming) => {
      await bringOver(ctx, renaming);
      return {};
    },
  ),
};

export const tasksProcedures = { tasks };

export { findTasks } from './find';
export { glance as glanceAtTasks } from './glance';
