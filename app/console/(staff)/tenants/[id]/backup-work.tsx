import { Status, type StatusTone } from '@/components/ui/status';
import { formatTime } from '@/lib/format';
import { sentenceIn } from '@/lib/language/refusal';
import { wording } from '@/lib/language/request';
import type { TenantBackups } from '@/lib/platform/backups/shapes';
import { readerIn } from '../../_frame/words';

const kinds: Record<string, string> = {
  backup: 'Backup',
  'restore.preview': 'Look at what was',
  'restore.in_place': 'Restore',
  'restore.copy': 'Copy',
  export: 'Export',
};

const states: Record<string, { word: string; tone: StatusTone }> = {
  queued: { word: 'Waiting', tone: 'neutral' },
  running: { word: 'Under way', tone: 'info' },
  done: { word: 'Done', tone: 'success' },
  failed: { word: 'Failed', tone: 'danger' },
  cancelled: { word: 'Cancelled', tone: 'neutral' },
};

/** The latest work on a tenant's data. */
export async function BackupWork({ work }: Pick<TenantBackups, 'work'>) {
  const t = await wording('console');
  if (work.length === 0) return null;
  return (
    <ul
      className="divide-y divide-line rounded-panel border border-line text-sm"
      aria-live="polite"
    >
      {work.slice(0, 4).map(({ id, kind, state, error, createdAt, askedByName }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
          <span>
            {t.said(kinds[kind] ?? kind)}
            <span className="ml-2 text-muted">
              {formatTime(createdAt, readerIn(t.language))}, {askedByName ?? t('by the schedule')}
            </span>
          </span>
          <Status tone={states[state]?.tone ?? 'neutral'}>
            {t.said(states[state]?.word ?? state)}
          </Status>
          {error ? (
            <span className="basis-full text-danger-text">{sentenceIn(t.language, error)}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
