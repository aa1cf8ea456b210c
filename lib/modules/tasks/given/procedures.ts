import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { readConfig } from '@/lib/tenancy/configuration/read';
import { tasksSettings } from '../settings';
import {
  AboutInput,
  GivenInput,
  GivenTasks,
  OfPerson,
  Overdue,
  OverdueInput,
  PersonWork,
  Queue,
  QueueInput,
  Results,
  ResultsFile,
  ResultsInput,
  TaskChange,
  TaskDefaults,
  TaskDraft,
  TaskId,
  TasksAbout,
} from '../shapes';
import { listTasksAbout } from './about';
import { exportResults } from './export';
import { listGivenTasks } from './list';
import { listOverdue } from './overdue';
import { listQueue } from './queue';
import { getPersonWork, listResults } from './results';
import { createTask, deleteTask, updateTask } from './write';

const common = { module: 'tasks', plane: 'tenant' } as const;
const read = { ...common, permission: 'tasks.read', method: 'GET' } as const;
const give = { ...common, permission: 'tasks.assign' } as const;

const Made = z.strictObject({ id: z.uuid() });

/** Tasks that are given, and how far their people are. */
export const givenProcedures = {
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
      permission: 'tasks.review',
      overTeams: true,
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
      rate: 'heavy',
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
  about: procedure(
    {
      ...read,
      name: 'tasks.about',
      summary: 'List tasks about a thing, such as a record',
      path: '/tasks/about/{module}/{within}/{id}',
      input: AboutInput,
      output: TasksAbout,
    },
    listTasksAbout,
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
};
