'use client';

import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  EyeOff,
  ListFilter,
  Pencil,
  Trash2,
} from 'lucide-react';
import { MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { viewingOf } from '../../fields/types/viewing';
import type { PageView } from '../../view/state';
import type { FieldActs } from '../fields/field-acts';
import type { ChangeView } from '../view/use-view';

export interface ColumnMenuProps {
  field: Field;
  view: PageView;
  change: ChangeView;
  /** Moves the column one place in this view. */
  onMove: (by: -1 | 1) => void;
  /** Absent when this person may not design the collection. */
  acts: FieldActs | undefined;
}

/** What can be done with a column: sort, filter, hide, change. */
export function ColumnMenuItems({ field, view, change, onMove, acts }: ColumnMenuProps) {
  const t = useWording('collections');
  const { operators } = viewingOf(field.type);
  const sort = (direction: 'asc' | 'desc') => change({ sorts: [{ field: field.key, direction }] });
  const op = operators[0] ?? 'is_not_empty';
  const filter = () => change({ filters: [...view.filters, { field: field.key, op, value: '' }] });
  return (
    <>
      <MenuItem
        icon={<ArrowUp aria-hidden />}
        disabled={!field.sortable}
        onSelect={() => sort('asc')}
      >
        {t('Sort ascending')}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown aria-hidden />}
        disabled={!field.sortable}
        onSelect={() => sort('desc')}
      >
        {t('Sort descending')}
      </MenuItem>
      <MenuItem
        icon={<ListFilter aria-hidden />}
        disabled={operators.length === 0}
        onSelect={filter}
      >
        {t('Filter by this field')}
      </MenuItem>
      <MenuItem
        icon={<EyeOff aria-hidden />}
        onSelect={() => change({ hidden: [...view.hidden, field.key] })}
      >
        {t('Hide field')}
      </MenuItem>
      <MenuItem icon={<ArrowLeft aria-hidden />} onSelect={() => onMove(-1)}>
        {t('Move left')}
      </MenuItem>
      <MenuItem icon={<ArrowRight aria-hidden />} onSelect={() => onMove(1)}>
        {t('Move right')}
      </MenuItem>
      {acts ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => acts.edit(field)}>
            {t('Edit field')}
          </MenuItem>
          <MenuItem icon={<Trash2 aria-hidden />} danger onSelect={() => acts.remove(field)}>
            {t('Delete field')}
          </MenuItem>
        </>
      ) : null}
    </>
  );
}
