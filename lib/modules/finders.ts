import type { Finder } from './finder';
import { findTasks } from './tasks/procedures';

/**
 * By module, what a search over everything finds. Collections have a search of their own, with words in
 * any field.
 */
export const finders: Readonly<Record<string, Finder>> = {
  tasks: { title: 'Tasks', icon: 'tasks', permission: 'tasks.read', find: findTasks },
};
