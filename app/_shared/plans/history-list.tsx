import { Status } from '@/components/ui/status';
import type { Step } from '@/lib/billing/subscriptions/shapes';
import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { stateWords } from './plan-words';

/** The steps that subscriptions took, newest first. */
export async function HistoryList({ steps, reader }: { steps: readonly Step[]; reader: Reader }) {
  const t = await wording('plans');
  if (steps.length === 0) {
    return <p className="text-muted">{t('Nothing happened yet: no plan was ever signed here.')}</p>;
  }
  return (
    <ol className="divide-y divide-line">
      {steps.map(({ id, name, version, toState, reason, byName, at }) => (
        <li key={id} className="grid gap-0.5 py-2">
          <p className="flex flex-wrap items-center gap-x-3">
            <Status tone={stateWords[toState].tone}>{t(stateWords[toState].word)}</Status>
            <span>{t('{plan}, version {version}', { plan: name, version })}</span>
          </p>
          <p className="text-muted text-sm">
            {t('{time} by {name}: {reason}', {
              ...{ time: formatTime(at, reader), name: byName, reason },
            })}
          </p>
        </li>
      ))}
    </ol>
  );
}
