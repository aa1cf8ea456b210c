import type { Servers } from '@/db/homes/servers';
import type { CopyOpener } from '../archives/copy';
import { archiveHandlers } from '../archives/handlers';
import { removing } from '../removal/remove';
import type { Handlers } from './handler';

/** Everything the operator can be asked for. */
export const handlersOf = (servers: Servers, opener: CopyOpener): Handlers => ({
  ...archiveHandlers(servers, opener),
  removal: removing(servers),
});
