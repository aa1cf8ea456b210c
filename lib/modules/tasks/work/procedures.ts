import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import {
  Acceptance,
  HandIn,
  Outcome,
  OwnTasks,
  OwnTasksInput,
  Return,
  TaskDetails,
  TaskFile,
  TaskId,
} from '../shapes';
import { downloadTaskFile, sweepTaskFiles, uploadTaskFile } from './files';
import { getTask } from './get';
import { handIn } from './hand-in';
import { listOwnTasks } from './own';
import { accept, giveBack } from './review';

const common = { module: 'tasks', plane: 'tenant' } as const;
const read = { ...common, permission: 'tasks.read', method: 'GET' } as const;
const submit = { ...common, permission: 'tasks.submit', method: 'POST' } as const;
const review = {
  ...common,
  permission: 'tasks.review',
  overTeams: true,
  method: 'POST',
} as const;

/** What somebody does for a task, and what is said of it. */
export const workProcedures = {
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
      plane: 'tenant',
      permission: 'job',
      method: 'POST',
      path: null,
      name: 'tasks.sweep',
      summary: 'Removes files of tasks that nobody handed in',
      transaction: 'none',
      input: z.strictObject({}),
      output: z.void(),
    },
    sweepTaskFiles,
  ),
};
