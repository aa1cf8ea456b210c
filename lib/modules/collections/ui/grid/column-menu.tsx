'use client';

import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronDown,
  EyeOff,
  ListFilter,
  Pencil,
  Trash2,
} from 'lucide-react';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { ruleOf } from '../../fields/types';
import type { PageView } from '../../view/state';
import type { FieldActs } from '../fields/field-acts';
import type { ChangeView } from '../view/use-view';

interface Props {
  field: Field;
  view: PageView;
  change: ChangeView;
  /** Moves the column one place in this view. */
  onMove: (by: -1 | 1) => void;
  /** Absent when this person may not design the collection. */
  acts: FieldActs | undefined;
}

/** What can be done with a column: sort, filter, hide, change. */
export function ColumnMenu({ field, view, change, onMove, acts }: Props) {
  const t = useWording('collections');
  const sort = (direction: 'asc' | 'desc') => change({ sorts: [{ field: field.key, direction }] });
  const op = ruleOf(field.type).operators[0] ?? 'is_not_empty';
  const filter = () => change({ filters: [...view.filters, { field: field.key, op, value: '' }] });
  return (
    <DropdownMenu
      align="start"
      trigger={
        <IconButton
          icon={ChevronDown}
          size="small"
          label={t('Options of {name}', { name: field.name })}
          tooltip={false}
          className="absolute right-1.5 size-6 bg-surface opacity-0 focus-visible:opacity-100 group-hover/head:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100"
        />
      }
    >
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
        disabled={ruleOf(field.type).operators.length === 0}
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
    </DropdownMenu>
  );
}
