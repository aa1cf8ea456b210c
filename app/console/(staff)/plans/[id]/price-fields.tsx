'use client';

import { tierTitles } from '@/app/_shared/plans/plan-words';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { meterNames, meters } from '@/lib/billing/meters';
import { useWording } from '@/lib/language/wording-provider';
import { tiers } from '@/lib/tenancy/tiers';
import type { TypedPrice } from './draft';

interface Props {
  price: TypedPrice;
  error?: string | undefined;
  onChange: (price: TypedPrice) => void;
  onRemove: () => void;
}

/** One price: what for, how much, how often, in which currency. */
export function PriceFields({ price, error, onChange, onRemove }: Props) {
  const t = useWording('plans');
  const put = (part: Partial<TypedPrice>) => onChange({ ...price, ...part });
  const { kind } = price;
  const number = (label: string, name: 'amount' | 'included' | 'per') => (
    <Field label={label}>
      <Input
        inputMode="numeric"
        autoComplete="off"
        maxLength={16}
        value={price[name]}
        onChange={({ target }) => put({ [name]: target.value })}
      />
    </Field>
  );
  return (
    <div className="grid gap-3 rounded-panel border border-line p-3">
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-3">
        <Field label={t('For')}>
          <Select
            value={kind}
            options={[
              { value: 'flat', label: t('The plan') },
              { value: 'seat', label: t('Each member') },
              { value: 'metered', label: t('Use') },
              { value: 'tiered', label: t('Use, in steps') },
              { value: 'isolation', label: t('An isolation tier') },
            ]}
            onValueChange={(next) => put({ kind: next as TypedPrice['kind'] })}
          />
        </Field>
        <Field label={t('Currency')}>
          <Input
            autoComplete="off"
            maxLength={3}
            value={price.currency}
            onChange={({ target }) => put({ currency: target.value })}
          />
        </Field>
        <Field label={t('Each')}>
          <Select
            value={price.interval}
            options={[
              { value: 'month', label: t('Month') },
              { value: 'year', label: t('Year') },
            ]}
            onValueChange={(next) => put({ interval: next as TypedPrice['interval'] })}
          />
        </Field>
        {kind === 'metered' || kind === 'tiered' ? (
          <Field label={t('What is used')}>
            <Select
              value={price.meter}
              options={meterNames.map((name) => ({
                value: name,
                label: t.said(meters[name].title),
              }))}
              onValueChange={(meter) => put({ meter })}
            />
          </Field>
        ) : null}
        {kind === 'isolation' ? (
          <Field label={t('Tier')}>
            <Select
              value={price.tier}
              options={tiers.map((tier) => ({ value: tier, label: t(tierTitles[tier]) }))}
              onValueChange={(tier) => put({ tier })}
            />
          </Field>
        ) : null}
        {kind === 'tiered' ? null : number(t('Amount'), 'amount')}
        {kind === 'seat' ? number(t('Included'), 'included') : null}
        {kind === 'metered' ? number(t('For each'), 'per') : null}
      </div>
      {kind === 'tiered' ? (
        <Field
          label={t('Steps')}
          help={t(
            'One a line: the last unit and the amount of each, such as 1000 2; * for all that follow.',
          )}
        >
          <Textarea
            value={price.steps}
            maxLength={1000}
            onChange={({ target }) => put({ steps: target.value })}
          />
        </Field>
      ) : null}
      {error ? (
        <p role="alert" className="text-danger-text text-sm">
          {error}
        </p>
      ) : null}
      <div>
        <Button size="small" onClick={onRemove}>
          {t('Remove price')}
        </Button>
      </div>
    </div>
  );
}
