'use client';

import { ArrowDownUp } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { Later } from '@/components/ui/later';
import { Popover } from '@/components/ui/popover';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { PageView } from '../../view/state';
import type { ChangeView } from './use-view';

interface Props {
  fields: readonly Field[];
  view: PageView;
  change: ChangeView;
}

const list = late(() => import('./sort-list'));

/** The order of a view: the first field decides, the next ones where it is equal. */
export function SortMenu(props: Props) {
  const t = useWording('collections');
  const count = props.view.sorts.length;
  useLate(list, false);
  return (
    <Popover
      label={t('Order')}
      className="w-[min(32rem,calc(100vw-1rem))]"
      trigger={
        <Button variant={count > 0 ? 'secondary' : 'ghost'}>
          <ArrowDownUp aria-hidden />
          {count > 0 ? t('Sorted by {count}', { count }) : t('Sort')}
        </Button>
      }
    >
      <Later source={list}>{({ SortList }) => <SortList {...props} />}</Later>
    </Popover>
  );
}
