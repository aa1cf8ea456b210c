import { defineModule } from '../define-module';
import { help } from './help';
import { firstSteps, news } from './home';
import { tasksSettings } from './settings';

export const tasks = defineModule({
  id: 'tasks',
  title: 'Tasks',
  description: 'Work that people are given: due dates, what they hand in, review and feedback.',
  icon: 'tasks',
  navigation: [{ title: 'Tasks', path: '/tasks', icon: 'tasks', permission: 'tasks.read' }],
  permissions: [
    { id: 'tasks.read', title: 'See own tasks', from: 'guest', forClients: true },
    { id: 'tasks.submit', title: 'Hand in own tasks', from: 'basic' },
    { id: 'tasks.assign', title: 'Give tasks to people', from: 'advanced', forClients: true },
    {
      id: 'tasks.review',
      title: 'See what people hand in, and review it',
      from: 'advanced',
      forClients: true,
    },
    { id: 'tasks.fields', title: 'Add fields to tasks', from: 'admin' },
  ],
  customFields: [{ router: 'taskFields', manage: 'tasks.fields' }],
  guarded: {
    tables: ['tasks', 'task_targets', 'task_work', 'task_submissions'],
    permission: 'tasks.review',
  },
  settings: tasksSettings,
  firstSteps,
  help,
  news,
});
