import { tasks } from '@/db/schema/tenant/tasks';

/** What lists read of a task. */
export const taskColumns = {
  id: tasks.id,
  title: tasks.title,
  dueAt: tasks.dueAt,
  takesText: tasks.takesText,
  takesFiles: tasks.takesFiles,
  reviewed: tasks.reviewed,
  createdAt: tasks.createdAt,
  aboutModule: tasks.aboutModule,
  aboutWithin: tasks.aboutWithin,
  aboutId: tasks.aboutId,
};
