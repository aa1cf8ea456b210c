import { momentDays } from '@/db/archive/window';
import { invalid } from '../../errors';
import { formatSecond } from '../../format';

const dayMs = 86_400_000;

/** When the log of changes begins to reach, for a workspace opened at a time. */
export const reachesFrom = (openedAt: Date): Date =>
  new Date(Math.max(Date.now() - momentDays * dayMs, openedAt.getTime()));

interface Opened {
  openedAt: Date;
  /** Of who reads the answer. */
  timeZone: string;
}

/** A moment in UTC. Throws `invalid` on `at` with what can be reached. */
export function reachableMoment(given: string, { openedAt, timeZone }: Opened): string {
  const at = new Date(given);
  if (at.getTime() > Date.now()) throw invalid('at', 'This moment has not come yet.');
  if (at < openedAt) {
    const opened = formatSecond(openedAt, { locale: 'en', timeZone });
    throw invalid('at', `There is nothing before it was opened: ${opened}.`);
  }
  if (at.getTime() < Date.now() - momentDays * dayMs) {
    throw invalid(
      'at',
      `Only the last ${momentDays} days can be reached. Restore a backup instead.`,
    );
  }
  return at.toISOString();
}
