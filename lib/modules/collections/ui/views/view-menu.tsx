'use client';

import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { late } from '@/components/ui/late';
import { useWording } from '@/lib/language/wording-provider';
import type { ViewMenuProps } from './view-menu-items';

const items = late(() => import('./view-menu-items'));

/** The menu of the open view. */
export function ViewMenu(props: ViewMenuProps) {
  const t = useWording('collections');
  return (
    <DropdownMenu
      items={items}
      align="start"
      trigger={
        <IconButton
          icon={ChevronDown}
          size="small"
          tooltip={false}
          label={t('Options of {name}', { name: props.saved?.name ?? t('All records') })}
        />
      }
    >
      {({ ViewMenuItems }) => <ViewMenuItems {...props} />}
    </DropdownMenu>
  );
}
