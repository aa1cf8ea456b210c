'use client';

import { Sigma } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuCheckItem, MenuLabel } from '@/components/ui/dropdown-menu';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { RecordSums } from '../../records/shapes';
import { isSummedType } from '../../view/fit';
import type { PageView } from '../../view/state';
import { useSums } from './use-sums';

interface Props {
  collectionId: string;
  fields: readonly Field[];
  view: PageView;
  total: number;
  version: number;
  locale: string;
}

/** At the foot of a grid: what one field comes to over all records of the view. */
export function SumsNote({ collectionId, fields, view, total, version, locale }: Props) {
  const t = useWording('collections');
  const [key, setKey] = useState<string | null>(null);
  const field = fields.find((one) => one.key === key);
  const sums = useSums({ collectionId, view, field: field?.key ?? null, version });
  const summed = fields.filter(({ type }) => isSummedType(type));
  const counted = fields.filter(({ type }) => !isSummedType(type) && type !== 'lookup');
  const choice = ({ key: own, name }: Field) => (
    <MenuCheckItem
      key={own}
      checked={own === key}
      onCheckedChange={(on) => setKey(on ? own : null)}
    >
      {name}
    </MenuCheckItem>
  );
  return (
    <DropdownMenu
      align="start"
      trigger={
        <Button size="small" variant="ghost" className="mr-auto min-w-0 tabular-nums">
          <Sigma aria-hidden />
          <span className="truncate">
            {field
              ? `${field.name}: ${sums ? said(sums, { field, total, locale, t }) : '…'}`
              : t('Add up')}
          </span>
        </Button>
      }
    >
      {summed.length > 0 ? <MenuLabel>{t('Sum and average')}</MenuLabel> : null}
      {summed.map(choice)}
      <MenuLabel>{t('How many are filled in')}</MenuLabel>
      {counted.map(choice)}
    </DropdownMenu>
  );
}

interface Saying {
  field: Field;
  total: number;
  locale: string;
  t: Wording<'collections'>;
}

function said({ count, sum, average }: RecordSums, { field, total, locale, t }: Saying): string {
  if (sum === null || average === null) {
    const number = new Intl.NumberFormat(locale);
    return t('{count} of {total} filled in', {
      count: number.format(count),
      total: number.format(total),
    });
  }
  const { currency } = field.options;
  const format = new Intl.NumberFormat(locale, {
    ...(field.type === 'money' && currency && { style: 'currency', currency }),
    ...(field.type === 'number' && { maximumFractionDigits: 2 }),
  });
  // As text, so that amounts beyond what a number holds stay exact.
  return t('sum {sum}, average {average}', {
    sum: format.format(sum as `${number}`),
    average: format.format(average as `${number}`),
  });
}
