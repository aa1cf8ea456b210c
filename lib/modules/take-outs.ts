import { takeOutCollections } from './collections/jobs';
import type { TakeOut } from './define-module';
import { takeOutTasks } from './tasks/jobs';

/** What the modules add to an export; a module's line here stands beside its line in the registry. */
export const takeOuts: readonly TakeOut[] = [takeOutCollections, takeOutTasks];
