import type { Steps } from '@/db/tenant';
import type { CtxThere } from '../doors/ctx';
import { glance } from './collections/procedures';
import type { Glance } from './define-module';
import { glanceAtTasks } from './tasks/procedures';

/**
 * By module, what it shows somebody on their home page of one tenant, with their rights there. News
 * of a module that is not named here are told whatever place they lead to.
 */
export const glances: Readonly<Record<string, (there: CtxThere) => Steps<Glance>>> = {
  collections: glance,
  tasks: glanceAtTasks,
};
