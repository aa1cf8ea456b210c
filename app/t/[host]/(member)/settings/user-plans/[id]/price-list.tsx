'use client';

import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import { newPrice, type TypedPrice } from './draft';

interface Props {
  prices: TypedPrice[];
  /** Messages by path. */
  fields: Record<string, string>;
  onChange: (prices: TypedPrice[]) => void;
}

/** What a plan costs, a price for each currency and interval. */
export function PriceList({ prices, fields, onChange }: Props) {
  const t = useWording('userPlans');
  const put = (key: string, part: Partial<TypedPrice>) =>
    onChange(prices.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <>
      {prices.length === 0 ? <p className="text-muted">{t('Free')}</p> : null}
      {prices.map(({ key, amount, currency, interval }, index) => (
        <div key={key} className="grid items-start gap-3 sm:grid-cols-[1fr_6rem_8rem_auto]">
          <Field label={t('Amount')} error={fields[`terms.prices.${index}.amount`]}>
            <Input
              inputMode="decimal"
              autoComplete="off"
              maxLength={16}
              value={amount}
              onChange={({ target }) => put(key, { amount: target.value })}
            />
          </Field>
          <Field label={t('Currency')} error={fields[`terms.prices.${index}.currency`]}>
            <Input
              autoComplete="off"
              maxLength={3}
              value={currency}
              onChange={({ target }) => put(key, { currency: target.value })}
            />
          </Field>
          <Field label={t('Each')}>
            <Select
              value={interval}
              options={[
                { value: 'month', label: t('Month') },
                { value: 'year', label: t('Year') },
              ]}
              onValueChange={(next) => put(key, { interval: next as TypedPrice['interval'] })}
            />
          </Field>
          <Button
            className="sm:mt-6"
            onClick={() => onChange(prices.filter((one) => one.key !== key))}
          >
            {t('Remove price')}
          </Button>
        </div>
      ))}
      {fields['terms.prices'] ? (
        <p role="alert" className="text-danger-text text-sm">
          {fields['terms.prices']}
        </p>
      ) : null}
      <div>
        <Button size="small" onClick={() => onChange([...prices, newPrice()])}>
          <Plus aria-hidden />
          {t('Add a price')}
        </Button>
      </div>
    </>
  );
}
