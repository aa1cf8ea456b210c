'use client';

import { cellKinds } from '@/components/grid/kinds/cell-kinds';
import type { CellDisplayProps, CellKind, CellKinds } from '@/components/grid/types';
import { parseDate } from '@/lib/fields/dates';
import { fileKind } from '../types/file-kind';
import type { LinkNames } from '../types/link-names';
import { momentKind } from '../types/moment-kind';
import { lookupKind, relationKind } from '../types/relation-kind';
import { ChoiceBadge } from './choice-badge';

function ChoiceDisplay({ value, column }: CellDisplayProps) {
  const option = column.options?.find((one) => one.value === value);
  return option ? <ChoiceBadge name={option.label} color={option.tone} /> : null;
}

function ChoicesDisplay({ value, column }: CellDisplayProps) {
  if (!Array.isArray(value)) return null;
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden">
      {value.flatMap((id) => {
        const option = column.options?.find((one) => one.value === id);
        return option
          ? [<ChoiceBadge key={option.value} name={option.label} color={option.tone} />]
          : [];
      })}
    </span>
  );
}

/** Days in the forms that people and spreadsheets write. */
const dayKind: CellKind = {
  ...cellKinds.date,
  parse: (text, _column, words) => {
    const parsed = parseDate(text);
    return parsed.ok ? { value: parsed.value } : { error: words.needDate };
  },
};

/** The grid's kinds, with options in their own colours and times on the reader's clock. */
export const recordKinds = (timeZone: string, names: LinkNames): CellKinds => ({
  ...cellKinds,
  date: dayKind,
  money: moneyKind,
  datetime: momentKind(timeZone),
  relation: relationKind(names),
  lookup: lookupKind,
  file: fileKind,
  select: { ...cellKinds.select, Display: ChoiceDisplay },
  'multi-select': { ...cellKinds['multi-select'], Display: ChoicesDisplay },
});

/** What looks like an amount is sent as it was typed: whether it is exact is for the product to say. */
const moneyKind: CellKind = {
  ...cellKinds.money,
  parse: (text, column, words) => {
    const parsed = cellKinds.money.parse(text, column, words);
    return 'value' in parsed && parsed.value !== null ? { value: text.trim() } : parsed;
  },
};
