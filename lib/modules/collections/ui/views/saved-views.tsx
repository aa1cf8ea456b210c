'use client';

import { Banner } from '@/components/ui/banner';
import type { Field } from '../../fields/shapes';
import type { OpenedView } from '../view/use-view';
import { NameView } from './name-view';
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

/** The saved views of a collection, what to do with them, and what the open one had to leave out. */
export function SavedViews({ fields, opened, keeper, canDesign }: Props) {
  const acts = useViewActs({ fields, opened, keeper });
  const { saved, dropped, missing } = opened;
  const { naming } = acts;
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
          This link leads to a view that was deleted or that somebody keeps for themselves. Here is
          the collection as it opens for everybody.
        </Banner>
      ) : null}
      {dropped.length > 0 ? (
        <Banner tone="info">
          Left out, since the field or its options changed: {dropped.join(', ')}.
        </Banner>
      ) : null}
      {naming ? (
        <NameView
          key={naming.for}
          title={naming.for === 'new' ? 'Save view' : `Rename ${naming.saved.name}`}
          act={naming.for === 'new' ? 'Save view' : 'Rename'}
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
