import type { FirstStep, ModuleNews } from '../define-module';

export const firstSteps: FirstStep[] = [
  {
    title: 'Give a task',
    help: 'To a person, a team or everybody, with a day it is due and somebody to look at it.',
    path: '/tasks/new',
    procedure: 'tasks.create',
    permission: 'tasks.assign',
  },
];

export const news: ModuleNews = {
  permission: 'tasks.read',
  says: { 'tasks.create': { did: 'gave a task', joint: 'named' } },
  pathOf: ({ id }) => (id ? `/tasks/${id}` : null),
};
