'use client';

import { Banner } from '@/components/ui/banner';
import { late, useLate } from '@/components/ui/late';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { OpenedView } from '../view/use-view';
import type { SavedViews as Keeper } from './use-saved-views';
import { useViewActs } from './use-view-acts';
import { ViewChanges } from './view-changes';
import { ViewMenu } from './view-menu';
import { ViewTabs } from './view-tabs';

interface Props {
  fields: readonly Field[];
  opened: OpenedView;
  keeper: Keeper;
  canDesign: boolean;
}

const nameView = late(() => import('./name-view'));

/** The saved views of a collection, what to do with them, and what the open one had to leave out. */
export function SavedViews({ fields, opened, keeper, canDesign }: Props) {
  const t = useWording('collections');
  const acts = useViewActs({ fields, opened, keeper });
  const { saved, dropped, missing } = opened;
  const { naming } = acts;
  const part = useLate(nameView, Boolean(naming));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
        <ViewTabs
          opened={opened}
          views={keeper.views}
          menu={<ViewMenu {...{ saved, acts, canDesign }} />}
          onAdd={acts.add}
        />
        <ViewChanges {...{ opened, acts, canDesign }} />
      </div>
      {missing ? (
        <Banner tone="info">
          {t(
            'This link leads to a view that was deleted or that somebody keeps for themselves. Here is the collection as it opens for everybody.',
          )}
        </Banner>
      ) : null}
      {dropped.length > 0 ? (
        <Banner tone="info">
          {t('Left out, since the field or its options changed: {dropped}.', {
            dropped: dropped.join(', '),
          })}
        </Banner>
      ) : null}
      {naming && part ? (
        <part.NameView
          key={naming.for}
          title={
            naming.for === 'new' ? t('Save view') : t('Rename {name}', { name: naming.saved.name })
          }
          act={naming.for === 'new' ? t('Save view') : t('Rename')}
          name={naming.for === 'new' ? naming.name : naming.saved.name}
          choice={naming.for === 'new' ? { canShare: canDesign } : undefined}
          onSubmit={(name, shared) =>
            naming.for === 'new'
              ? acts.create(name, shared, naming.view)
              : acts.renameTo(naming.saved, name)
          }
          onClose={acts.stopNaming}
        />
      ) : null}
    </>
  );
}
