'use client';

import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { newPrice, type TypedPrice } from './draft';
import { PriceFields } from './price-fields';

interface Props {
  prices: TypedPrice[];
  /** Messages by path. */
  fields: Record<string, string>;
  onChange: (prices: TypedPrice[]) => void;
}

/** What a plan costs, each price by itself. */
export function PriceList({ prices, fields, onChange }: Props) {
  const t = useWording('plans');
  return (
    <>
      {prices.length === 0 ? <p className="text-muted">{t('Free')}</p> : null}
      {prices.map((price, index) => (
        <PriceFields
          key={price.key}
          price={price}
          error={messageAt(fields, `terms.prices.${index}.`)}
          onChange={(next) => onChange(prices.map((one) => (one.key === next.key ? next : one)))}
          onRemove={() => onChange(prices.filter(({ key }) => key !== price.key))}
        />
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

const messageAt = (fields: Record<string, string>, path: string) =>
  Object.entries(fields).find(([key]) => key.startsWith(path))?.[1];
