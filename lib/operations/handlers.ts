import type { Servers } from '@/db/homes/servers';
import { archiveHandlers } from '../archives/handlers';
import type { Handlers } from './handler';

/** Everything the operator can be asked for. */
export const handlersOf = (servers: Servers): Handlers => ({ ...archiveHandlers(servers) });
