import { limitTitles, maxWords } from '@/app/_shared/plans/plan-words';
import type { LimitHere } from '@/lib/billing/subscriptions/shapes';
import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Wording } from '@/lib/language/wording';
import type { OverrideView } from '@/lib/platform/limits/shapes';
import { LiftOverride } from './lift-override';
import { LimitDialog } from './limit-dialog';

interface Props {
  tenant: { id: string; name: string };
  limits: readonly LimitHere[] | null;
  overrides: readonly OverrideView[];
  reader: Reader;
}

/** What staff say of limits instead of the plan, and what they said before. */
export async function OverridesPart({ tenant, limits, overrides, reader }: Props) {
  const t = await wording('plans');
  return (
    <>
      <div className="flex flex-wrap gap-2 pt-2">
        <LimitDialog tenant={tenant} limits={limits} />
        {overrides
          .filter(({ holds }) => holds)
          .map(({ id, name }) => (
            <LiftOverride key={id} id={tenant.id} limit={name} />
          ))}
      </div>
      {overrides.length > 0 ? (
        <details className="group/overrides">
          <summary className="cursor-pointer py-1 font-medium text-sm">
            {t('Limits by staff’s word')}
          </summary>
          <ol className="divide-y divide-line">
            {overrides.map((one) => (
              <li key={one.id} className="grid gap-0.5 py-2">
                <p>
                  {t('{limit}: {max}', {
                    ...{ limit: t(limitTitles[one.name]), max: maxWords(t, one.name, one.max) },
                  })}
                </p>
                <p className="break-words text-muted text-sm">{begun(t, one, reader)}</p>
                <p className="text-muted text-sm">{standing(t, one, reader)}</p>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}

const begun = (t: Wording<'plans'>, { createdAt, byName, reason }: OverrideView, reader: Reader) =>
  t('{time} by {name}: {reason}', { time: formatTime(createdAt, reader), name: byName, reason });

function standing(t: Wording<'plans'>, one: OverrideView, reader: Reader): string {
  const { endedAt, endsAt, endedByName: name, endReason: reason } = one;
  if (endedAt && name && reason) {
    return t('Until {time}, by {name}: {reason}', {
      ...{ time: formatTime(endedAt, reader), name, reason },
    });
  }
  return endsAt ? t('Until {time}', { time: formatTime(endsAt, reader) }) : t('No end');
}
