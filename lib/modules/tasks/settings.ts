import { z } from 'zod';
import { defineConfig } from '@/lib/tenancy/configuration/define';

/** What a tenant may say about its tasks. */
export const tasksSettings = defineConfig({
  name: 'tasks',
  version: 1,
  schema: z.strictObject({
    dueTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, such as 23:59.')
      .meta({
        title: 'Time of day at which tasks are due',
        description: 'Where somebody who gives a task chooses a day alone.',
        format: 'time',
      }),
    lateHandIns: z.boolean().meta({
      title: 'Take work after it is due',
      description: 'It is marked as late. Without this, nobody hands in once a task is overdue.',
    }),
    handInAgain: z.boolean().meta({
      title: 'Let people hand in again before review',
      description:
        'What they handed in before is kept. Returned work can be handed in again anyway.',
    }),
  }),
  migrations: {},
  default: { dueTime: '23:59', lateHandIns: true, handInAgain: true },
});
