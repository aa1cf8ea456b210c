'use client';

import { Sigma } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuCheckItem, MenuLabel } from '@/components/ui/dropdown-menu';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { RecordSums } from '../../records/shapes';
import { canAddUp, isSummedType } from '../../view/fit';
import type { PageView } from '../../view/state';
import type { ChangeView } from '../view/use-view';
import { amountText } from './amount-text';
import { useSums } from './use-sums';

interface Props {
  collectionId: string;
  fields: readonly Field[];
  view: PageView;
  change: ChangeView;
  total: number;
  version: number;
  locale: string;
}

/** At the foot of a grid: what one field comes to over all records of the view. */
export function SumsNote({ collectionId, fields, view, change, total, version, locale }: Props) {
  const t = useWording('collections');
  const field = fields.find(({ key }) => key === view.sum);
  const sums = useSums({ collectionId, view, field: field?.key ?? null, version });
  const summed = fields.filter(({ type }) => isSummedType(type));
  const counted = fields.filter((one) => !isSummedType(one.type) && canAddUp(one));
  const choice = ({ key: own, name }: Field) => (
    <MenuCheckItem
      key={own}
      checked={own === view.sum}
      onCheckedChange={(on) => change({ sum: on ? own : null }, 'replace')}
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
  return t('sum {sum}, average {average}', {
    sum: amountText(field, sum, locale),
    average: amountText(field, average, locale),
  });
}
