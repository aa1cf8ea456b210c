import { moneyWords } from '@/app/_shared/plans/plan-words';
import { meters } from '@/lib/billing/meters';
import type { UsageView } from '@/lib/billing/usage/shapes';
import { formatDay, formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { amountWords } from './meter-words';
import { UsageMeters } from './usage-meters';

/** What was used, what the next invoice comes to by that, and what was corrected. */
export async function UsageFacts({ usage }: { usage: UsageView }) {
  const t = await wording('plans');
  const reader = { locale: t.language, timeZone: 'UTC' };
  const { meters: used, estimates, corrections, sealedUntil } = usage;
  return (
    <>
      {estimates.map(({ currency, interval, soFar, forecast }) => (
        <div key={`${currency} ${interval}`} className="grid gap-1">
          <p className="font-semibold text-lg tabular-nums">
            {moneyWords(t, soFar, currency)}{' '}
            <span className="font-normal text-base text-muted">
              {t('{interval, select, year {this year} other {this month}} so far', { interval })}
            </span>
          </p>
          <p className="text-muted text-sm tabular-nums">
            {t('The next invoice comes to about {amount}, if it goes on like this.', {
              amount: moneyWords(t, forecast, currency),
            })}
          </p>
        </div>
      ))}
      {used.length === 0 ? (
        <p className="text-muted">
          {t('Nothing was counted yet. What is used shows here within the hour.')}
        </p>
      ) : (
        <UsageMeters meters={used} />
      )}
      {corrections.length > 0 ? (
        <ul className="grid gap-1 text-sm">
          {corrections.map(({ id, at, meter, quantity, reason }) => (
            <li key={id}>
              {t('Corrected: {meter}, {amount}, {day}. {reason}', {
                ...{ meter: t.said(meters[meter].title), day: formatDay(at, reader) },
                ...{ amount: amountWords(t, meter, quantity), reason: t.said(reason) },
              })}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="text-muted text-sm">
        {sealedUntil
          ? t('Hours up to {time} UTC are final. Days and months are counted in UTC.', {
              time: formatTime(sealedUntil, reader),
            })
          : t('Days and months are counted in UTC.')}
      </p>
    </>
  );
}
