'use client';

import { cellKinds } from '@/components/grid/kinds/cell-kinds';
import type { CellDisplayProps, CellKinds } from '@/components/grid/types';
import { ChoiceBadge } from './choice-badge';

function ChoiceDisplay({ value, column }: CellDisplayProps) {
  const option = column.options?.find((one) => one.value === value);
  return option ? <ChoiceBadge name={option.label} color={option.tone} /> : null;
}

/** The grid's kinds, with the options of a select in their own colours. */
export const recordKinds: CellKinds = {
  ...cellKinds,
  select: { ...cellKinds.select, Display: ChoiceDisplay },
};
