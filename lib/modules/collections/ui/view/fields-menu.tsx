'use client';

import { Eye } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { late } from '@/components/ui/late';
import { useWording } from '@/lib/language/wording-provider';
import type { FieldsMenuProps } from './fields-menu-items';

const items = late(() => import('./fields-menu-items'));

/** Which fields a view shows. */
export function FieldsMenu(props: FieldsMenuProps) {
  const { fields, view } = props;
  const t = useWording('collections');
  const hidden = fields.filter(({ key }) => view.hidden.includes(key));
  return (
    <DropdownMenu
      items={items}
      align="start"
      trigger={
        <Button variant={hidden.length > 0 ? 'secondary' : 'ghost'}>
          <Eye aria-hidden />
          {hidden.length > 0 ? (
            t('{count} hidden', { count: hidden.length })
          ) : (
            <span className="max-sm:sr-only">{t('Fields')}</span>
          )}
        </Button>
      }
    >
      {({ FieldsMenuItems }) => <FieldsMenuItems {...props} />}
    </DropdownMenu>
  );
}
