import type { StatusTone } from '@/components/ui/status';
import { sentenceIn } from '@/lib/language/refusal';
import type { Wording } from '@/lib/language/wording';
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
export function findingOf({ outcome, error }: Drill, t: Wording<'console'>): string {
  if (!outcome) return error ? sentenceIn(t.language, error) : '';
  const { fault, rows, files, tookMs } = outcome;
  if (fault) return sentenceIn(t.language, fault);
  return t(
    '{rows, plural, one {# row} other {# rows}}, {files, plural, one {# file} other {# files}} in {seconds} s',
    { rows, files, seconds: (tookMs / 1000).toFixed(1) },
  );
}
