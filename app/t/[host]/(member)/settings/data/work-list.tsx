import { KeepFresh } from '@/components/shell/keep-fresh';
import { Status } from '@/components/ui/status';
import { formatSecond, formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { OperationFacts } from '@/lib/tenancy/backups/shapes';
import { kindWords, stateWords } from './work-words';

const refreshMs = 2_000;

interface Props {
  operations: OperationFacts[];
  reader: Reader;
}

/** What the operator is doing with this data, and what failed of late. */
export async function WorkList({ operations, reader }: Props) {
  const t = await wording('settings');
  const open = operations.some(({ state }) => state === 'queued' || state === 'running');
  const shown = operations.filter(
    ({ kind, state }, at) => kind !== 'restore.preview' && (state !== 'done' || at < 3),
  );
  if (shown.length === 0) return open ? <KeepFresh everyMs={refreshMs} /> : null;
  return (
    <div>
      {open ? <KeepFresh everyMs={refreshMs} /> : null}
      <h3 className="mb-2 font-medium text-sm">{t('Latest work')}</h3>
      <ul className="divide-y divide-line rounded-panel border border-line" aria-live="polite">
        {shown
          .slice(0, 5)
          .map(({ id, kind, state, progress, error, at, askedByName, createdAt }) => (
            <li key={id} className="grid gap-1 px-4 py-3 text-sm">
              <span className="flex flex-wrap items-center justify-between gap-2">
                <span className="font-medium">{t.said(kindWords(kind))}</span>
                <Status tone={stateWords[state].tone}>{t(stateWords[state].text)}</Status>
              </span>
              <span className="wrap-anywhere min-w-0 text-muted">
                {formatTime(createdAt, reader)}, {askedByName ?? t('by the schedule')}
                {at ? t(', of {time}', { time: formatSecond(at, reader) }) : ''}
                {progress && state === 'running'
                  ? `, ${t('{rows, plural, one {# row} other {# rows}}', { rows: progress.rows })}`
                  : ''}
              </span>
              {error ? <span className="text-danger-text">{error}</span> : null}
            </li>
          ))}
      </ul>
    </div>
  );
}
