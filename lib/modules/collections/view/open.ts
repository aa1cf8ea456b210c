import type { SavedView } from '../views/shapes';
import { fitView, type Shown } from './fit';
import { suitsFilter } from './operands';
import { type PageView, plainState, type ViewState } from './state';
import { parseView, sameState, stateOf } from './url';

/** The value of `view` in an address that asks for no saved view, where another one opens by itself. */
export const plainView = 'all';

export interface OpenView {
  /** The saved view below it; null for all records. */
  saved: SavedView | null;
  /** What the saved view shows, as the fields of today allow. */
  base: ViewState;
  view: PageView;
  /** In words, what had to be left out since it is gone. */
  dropped: string[];
  /** The address names a view that this person does not have. */
  missing: boolean;
  /** Something is shown in another way than it is saved. */
  changed: boolean;
}

/** The view of a collection that an address asks for, of these saved ones. */
export function openView(
  query: URLSearchParams,
  views: readonly SavedView[],
  collection: Shown,
): OpenView {
  const asked = query.get('view');
  const named = views.find(({ id }) => id === asked);
  const saved =
    asked === plainView ? null : (named ?? views.find(({ isDefault }) => isDefault) ?? null);
  const kept = saved ? { ...saved.state, kind: saved.kind } : plainState;
  const base = fitView(kept, collection, suitsFilter);
  const read = fitView(parseView(query, base.state), collection);
  return {
    saved,
    base: base.state,
    view: read.state,
    dropped: [...new Set([...base.dropped, ...read.dropped])],
    missing: asked !== null && asked !== plainView && !named,
    changed: !sameState(stateOf(read.state), kept),
  };
}
