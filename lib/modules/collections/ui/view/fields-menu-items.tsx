'use client';

import { ArrowDownToLine, Plus } from 'lucide-react';
import { MenuCheckItem, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { inOrder, type PageView } from '../../view/state';
import type { ChangeView } from './use-view';

export interface FieldsMenuProps {
  fields: readonly Field[];
  view: PageView;
  change: ChangeView;
  /** Absent when this person may not design the collection. */
  onAdd?: (() => void) | undefined;
  onKeepOrder?: (() => void) | undefined;
}

/** The fields of a collection, those that a view shows with a tick. */
export function FieldsMenuItems({ fields, view, change, onAdd, onKeepOrder }: FieldsMenuProps) {
  const t = useWording('collections');
  const flip = (key: string, shown: boolean) =>
    change({
      hidden: shown ? view.hidden.filter((one) => one !== key) : [...view.hidden, key],
    });
  return (
    <>
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
    </>
  );
}
