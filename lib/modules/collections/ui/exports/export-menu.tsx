'use client';

import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { late } from '@/components/ui/late';
import { useWording } from '@/lib/language/wording-provider';
import type { ExportMenuProps } from './export-menu-items';

const items = late(() => import('./export-menu-items'));

/** The menu of exports. */
export function ExportMenu(props: ExportMenuProps) {
  const t = useWording('collections');
  return (
    <DropdownMenu
      items={items}
      trigger={
        <Button>
          <Download aria-hidden />
          {t('Export')}
        </Button>
      }
    >
      {({ ExportMenuItems }) => <ExportMenuItems {...props} />}
    </DropdownMenu>
  );
}
