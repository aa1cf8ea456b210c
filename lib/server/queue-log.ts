import { Logger } from 'graphile-worker';
import { log } from '@/lib/log';

/** The queue's own messages, in our log; its chatter is left out. */
export const quietLogger = new Logger(() => (level, message) => {
  if (level === 'error') log.error(message);
  else if (level === 'warning') log.warn(message);
});
