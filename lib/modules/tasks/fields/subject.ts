import { eq } from 'drizzle-orm';
import { tasks } from '@/db/schema/tenant/tasks';
import { defineSubject, type Thing } from '@/lib/custom-fields/subject';
import type { TenantCtx } from '@/lib/doors/ctx';
import { loadTask } from '../load';

/** Fields of tasks; a task is the own one of whoever may change it. */
export const taskSubject = defineSubject({
  id: 'task',
  router: 'taskFields',
  module: 'tasks',
  paths: { fields: '/task-fields', values: '/tasks/{id}/fields' },
  summaries: {
    list: 'List the fields of tasks',
    create: 'Add a field to tasks',
    change: 'Change a field of tasks',
    order: 'Put the fields of tasks in order',
    archive: 'Archive a field of tasks',
    restore: 'Bring a field of tasks back',
    use: 'Count what a field of tasks holds',
    delete: 'Delete a field of tasks',
    get: 'Read the fields of a task',
    fill: 'Fill in fields of a task',
  },
  permissions: { read: 'tasks.read', write: 'tasks.assign', manage: 'tasks.fields' },
  reaches: { see: ['managers', 'own', 'everyone'], change: ['managers', 'own'] },
  find: taskThing,
  async hold(ctx, id) {
    await ctx.db.select({ id: tasks.id }).from(tasks).where(eq(tasks.id, id)).for('update');
    return await taskThing(ctx, id);
  },
});

async function taskThing(ctx: TenantCtx, id: string): Promise<Thing> {
  const { task, mayChange } = await loadTask(ctx, id);
  return { id: task.id, isOwn: mayChange };
}
