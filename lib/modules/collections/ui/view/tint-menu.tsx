'use client';

import { Palette } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { Later } from '@/components/ui/later';
import { Popover } from '@/components/ui/popover';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { PageView } from '../../view/state';
import type { PersonName } from '../grid/columns';
import type { ChangeView } from './use-view';

const list = late(() => import('./tint-list'));

interface Props {
  fields: readonly Field[];
  people: readonly PersonName[];
  view: PageView;
  change: ChangeView;
}

/** The colours of records, each with the condition that it stands for. */
export function TintMenu(props: Props) {
  const t = useWording('collections');
  const { length } = props.view.tints;
  useLate(list, false);
  return (
    <Popover
      label={t('Colours of records')}
      className="w-[min(44rem,calc(100vw-1rem))]"
      trigger={
        <Button variant={length > 0 ? 'secondary' : 'ghost'}>
          <Palette aria-hidden />
          <span className="max-sm:sr-only">{t('Colour')}</span>
        </Button>
      }
    >
      <Later source={list}>{({ TintList }) => <TintList {...props} />}</Later>
    </Popover>
  );
}
