'use client';

import { SlidersHorizontal } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { Later } from '@/components/ui/later';
import { Popover } from '@/components/ui/popover';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import type { PageView } from '../../view/state';
import type { ChangeView } from './use-view';

interface Props {
  collection: Collection;
  view: PageView;
  change: ChangeView;
}

const choices = late(() => import('./display-choices'));

/** How a view looks: as a grid, a board, a calendar, a gallery or a timeline, and what that kind can be told. */
export function DisplayMenu(props: Props) {
  const t = useWording('collections');
  const { kind, group } = props.view;
  useLate(choices, false);
  return (
    <Popover
      label={t('Display')}
      className="w-[min(29rem,calc(100vw-1rem))]"
      trigger={
        <Button variant={group && kind === 'grid' ? 'secondary' : 'ghost'}>
          <SlidersHorizontal aria-hidden />
          <span className="max-sm:sr-only">{t('Display')}</span>
        </Button>
      }
    >
      <Later source={choices}>{({ DisplayChoices }) => <DisplayChoices {...props} />}</Later>
    </Popover>
  );
}
