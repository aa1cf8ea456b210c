'use client';

import { priceWords } from '@/app/_shared/plans/plan-words';
import { RadioGroup } from '@/components/ui/radio-group';
import { type Charge, pricesFor } from '@/lib/billing/charges';
import type { Price } from '@/lib/billing/prices';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  charges: readonly Charge[];
  prices: readonly Price[];
  value: Charge;
  onChange: (charge: Charge) => void;
}

const idOf = ({ currency, interval }: Charge) => `${currency} ${interval}`;

/** In which currency and by which interval somebody pays, with what that costs. */
export function ChargeChoice({ charges, prices, value, onChange }: Props) {
  const t = useWording('plans');
  if (charges.length < 2) return null;
  return (
    <RadioGroup
      aria-label={t('How to pay')}
      looks="cards"
      value={idOf(value)}
      onValueChange={(id) => {
        const chosen = charges.find((one) => idOf(one) === id);
        if (chosen) onChange(chosen);
      }}
      options={charges.map((charge) => ({
        value: idOf(charge),
        label: t('{currency}, {interval, select, year {each year} other {each month}}', charge),
        help: pricesFor(prices, charge)
          .map((price) => priceWords(t, price))
          .join(' · '),
      }))}
    />
  );
}
