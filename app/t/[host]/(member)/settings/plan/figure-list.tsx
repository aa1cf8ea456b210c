'use client';

import { useEffect, useRef, useState } from 'react';
import { moneyWords } from '@/app/_shared/plans/plan-words';
import { Skeleton } from '@/components/ui/skeleton';
import type { Charge } from '@/lib/billing/charges';
import type { Figures } from '@/lib/billing/payment/shapes';
import { formatDay, type Reader } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import { askForPreview } from './actions';
import { useStripe } from './use-stripe';

interface Props {
  offer: { planId: string; version: number };
  charge: Charge;
  reader: Reader;
  /** The preview that is looked at; undefined while there is none. */
  onShown: (previewId: string | undefined) => void;
}

type Shown = { figures: Figures } | { error: string };

/** What Stripe charges for a change, now and next. */
export function FigureList({ reader, ...asked }: Props) {
  const shown = useFigures(asked);
  return (
    <div className="grid min-h-48 content-start gap-1 rounded-panel bg-surface-sunken p-3 text-sm">
      {shown === undefined ? (
        <Skeleton className="h-40" />
      ) : 'error' in shown ? (
        <p role="alert" className="text-danger-text">
          {shown.error}
        </p>
      ) : (
        <FigureLines figures={shown.figures} reader={reader} />
      )}
    </div>
  );
}

function FigureLines({ figures, reader }: { figures: Figures; reader: Reader }) {
  const t = useWording('plans');
  const { currency, now, total, nextAt, lines } = figures;
  const money = (amount: number) => moneyWords(t, amount, currency);
  return (
    <>
      <p className="font-medium tabular-nums">
        {t('Charged now: {amount}', { amount: money(now) })}
      </p>
      {now > 0 ? null : (
        <p className="font-medium tabular-nums">
          {t('Next invoice, {day}: {amount}', {
            ...{ day: formatDay(nextAt, reader), amount: money(Math.max(0, total)) },
          })}
        </p>
      )}
      <ul className="grid gap-0.5 text-muted">
        {lines.map(({ description, amount }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may say the same and never move
          <li key={at} className="flex justify-between gap-3">
            <span className="min-w-0">{description}</span>
            <span className="whitespace-nowrap tabular-nums">{money(amount)}</span>
          </li>
        ))}
      </ul>
      {total < 0 ? (
        <p className="text-muted">{t('What is left over is set off against later invoices.')}</p>
      ) : null}
    </>
  );
}

function useFigures({ offer, charge, onShown }: Omit<Props, 'reader'>): Shown | undefined {
  const ask = useStripe();
  const [shown, setShown] = useState<{ of: string; value: Shown }>();
  const of = JSON.stringify({ ...offer, charge });
  const latest = useRef({ ask, onShown });
  latest.current = { ask, onShown };
  useEffect(() => {
    let gone = false;
    latest.current.onShown(undefined);
    void latest.current
      .ask(() => askForPreview(JSON.parse(of)))
      .then((outcome) => {
        if (gone) return;
        if ('error' in outcome) return setShown({ of, value: outcome });
        const { figures, id } = outcome.asked;
        if (!figures) return;
        latest.current.onShown(id);
        setShown({ of, value: { figures } });
      });
    return () => {
      gone = true;
    };
  }, [of]);
  return shown?.of === of ? shown.value : undefined;
}
