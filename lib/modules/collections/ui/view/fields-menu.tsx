'use client';

import { ArrowDownToLine, Eye, Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  MenuCheckItem,
  MenuItem,
  MenuLabel,
  MenuSeparator,
} from '@/components/ui/dropdown-menu';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { inOrder, type PageView } from '../../view/state';
import type { ChangeView } from './use-view';

interface Props {
  fields: readonly Field[];
  view: PageView;
  change: ChangeView;
  /** Absent when this person may not design the collection. */
  onAdd?: (() => void) | undefined;
  onKeepOrder?: (() => void) | undefined;
}

/** Which fields a view shows. */
export function FieldsMenu({ fields, view, change, onAdd, onKeepOrder }: Props) {
  const t = useWording('collections');
  const hidden = fields.filter(({ key }) => view.hidden.includes(key));
  const flip = (key: string, shown: boolean) =>
    change({
      hidden: shown ? view.hidden.filter((one) => one !== key) : [...view.hidden, key],
    });
  return (
    <DropdownMenu
      align="start"
      trigger={
        <Button variant={hidden.length > 0 ? 'secondary' : 'ghost'}>
          <Eye aria-hidden />
          {hidden.length > 0 ? t('{count} hidden', { count: hidden.length }) : t('Fields')}
        </Button>
      }
    >
      <MenuLabel>{t('Shown in this view')}</MenuLabel>
      {inOrder(fields, view.order).map(({ key, name }) => (
        <MenuCheckItem
          key={key}
          checked={!view.hidden.includes(key)}
          onSelect={(event) => event.preventDefault()}
          onCheckedChange={(shown) => flip(key, shown)}
        >
          {name}
        </MenuCheckItem>
      ))}
      {onAdd ? (
        <>
          <MenuSeparator />
          {onKeepOrder && view.order.length > 0 ? (
            <MenuItem icon={<ArrowDownToLine aria-hidden />} onSelect={onKeepOrder}>
              {t('Use this order for the collection')}
            </MenuItem>
          ) : null}
          <MenuItem icon={<Plus aria-hidden />} onSelect={onAdd}>
            {t('Add field')}
          </MenuItem>
        </>
      ) : null}
    </DropdownMenu>
  );
}
