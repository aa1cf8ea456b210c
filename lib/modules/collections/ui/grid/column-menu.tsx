'use client';

import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { late } from '@/components/ui/late';
import { useWording } from '@/lib/language/wording-provider';
import type { ColumnMenuProps } from './column-menu-items';

const items = late(() => import('./column-menu-items'));

/** The menu of a column. */
export function ColumnMenu(props: ColumnMenuProps) {
  const t = useWording('collections');
  return (
    <DropdownMenu
      items={items}
      align="start"
      trigger={
        <IconButton
          icon={ChevronDown}
          size="small"
          label={t('Options of {name}', { name: props.field.name })}
          tooltip={false}
          className="absolute right-1.5 size-6 bg-surface opacity-0 focus-visible:opacity-100 group-hover/head:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100"
        />
      }
    >
      {({ ColumnMenuItems }) => <ColumnMenuItems {...props} />}
    </DropdownMenu>
  );
}
