'use client';

import { useState } from 'react';
import { late } from '@/components/ui/late';
import { Later } from '@/components/ui/later';
import { Select } from '@/components/ui/select';
import { meters as known, type MeterName } from '@/lib/billing/meters';
import type { MeterView } from '@/lib/billing/usage/shapes';
import { formatDay, regional } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import { amountWords, scaleFor } from './meter-words';
import { UsageShares } from './usage-shares';

const chart = late(() => import('@/components/charts/chart'));

/** What was used of one meter at a time: this month, by day, and by whom. */
export function UsageMeters({ meters }: { meters: readonly MeterView[] }) {
  const t = useWording('plans');
  const [chosen, choose] = useState<MeterName | undefined>(meters[0]?.meter);
  const shown = meters.find(({ meter }) => meter === chosen) ?? meters[0];
  if (!shown) return null;
  const { meter } = shown;
  const scale = scaleFor(t, meter, Math.max(...shown.days.map(({ quantity }) => quantity)));
  const reader = { locale: t.language, timeZone: 'UTC' };
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Select
          className="w-48"
          aria-label={t('Meter')}
          value={meter}
          onValueChange={(next) => choose(next as MeterName)}
          options={meters.map((one) => ({
            value: one.meter,
            label: t.said(known[one.meter].title),
          }))}
        />
        <p className="text-sm tabular-nums">
          <span className="font-semibold">{amountWords(t, meter, shown.used)}</span>{' '}
          <span className="text-muted">
            {t('this month, about {amount} by its end', {
              amount: amountWords(t, meter, shown.forecast),
            })}
          </span>
        </p>
      </div>
      <Later source={chart}>
        {({ Chart }) => (
          <Chart
            title={t('By day')}
            kind="bar"
            height={200}
            locale={regional(t.language)}
            pointLabel={t('Day')}
            scale={{
              label: scale.label,
              ...(scale.unit && { unit: scale.unit }),
              ...(scale.format && { format: scale.format }),
            }}
            series={[{ key: meter, label: scale.label }]}
            points={shown.days.map(({ day, quantity }) => ({
              label: String(Number(day.slice(8))),
              fullLabel: formatDay(new Date(day), reader),
              values: { [meter]: quantity / scale.of },
            }))}
          />
        )}
      </Later>
      <UsageShares key={meter} view={shown} />
    </div>
  );
}
