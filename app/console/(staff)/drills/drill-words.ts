import type { StatusTone } from '@/components/ui/status';
import { formatCount } from '@/lib/format';
import type { Drill } from '@/lib/platform/backups/shapes';

export const drillsDescription =
  'Backups restored into a throw-away home, counted and summed there, and taken down again.';

/** How a drill ended, in a word. */
export function verdictOf({ state, outcome }: Drill): { word: string; tone: StatusTone } {
  if (outcome?.verdict === 'good') return { word: 'Restores', tone: 'success' };
  if (outcome) return { word: 'Does not restore', tone: 'danger' };
  if (state === 'queued' || state === 'running') return { word: 'Under way', tone: 'info' };
  return { word: 'Not held', tone: 'warning' };
}

/** What it found, or why it found nothing. */
export function findingOf({ outcome, error }: Drill): string {
  if (!outcome) return error ?? '';
  if (outcome.fault) return outcome.fault;
  const seconds = (outcome.tookMs / 1000).toFixed(1);
  return `${formatCount(outcome.rows, 'row')}, ${formatCount(outcome.files, 'file')} in ${seconds} s`;
}
