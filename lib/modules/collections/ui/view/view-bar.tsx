'use client';

import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import type { PageView } from '../../view/state';
import type { PersonName } from '../grid/columns';
import { DisplayMenu } from './display-menu';
import { FieldsMenu } from './fields-menu';
import { FilterMenu } from './filter-menu';
import { SearchBox } from './search-box';
import { SortMenu } from './sort-menu';
import { TintMenu } from './tint-menu';
import type { ChangeView } from './use-view';

interface Props {
  collection: Collection;
  people: readonly PersonName[];
  view: PageView;
  change: ChangeView;
  onAddField: (() => void) | undefined;
  /** Absent when this person may not design the collection. */
  onKeepOrder: (() => void) | undefined;
}

/** Search, filters, order and looks of the view; all of it is kept in the address. */
export function ViewBar({ collection, people, view, change, onAddField, onKeepOrder }: Props) {
  const t = useWording('collections');
  const { fields } = collection;
  return (
    <div
      role="toolbar"
      aria-label={t('View')}
      className="flex flex-wrap items-center gap-1.5 max-sm:[&_button]:px-2"
    >
      <SearchBox search={view.search} change={change} />
      <FilterMenu {...{ fields, people, view, change }} />
      <SortMenu {...{ fields, view, change }} />
      <TintMenu {...{ fields, people, view, change }} />
      <FieldsMenu {...{ fields, view, change, onKeepOrder }} onAdd={onAddField} />
      <DisplayMenu {...{ collection, view, change }} />
    </div>
  );
}
