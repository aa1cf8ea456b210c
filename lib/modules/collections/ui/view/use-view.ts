'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Shown } from '../../view/fit';
import { openView, plainView } from '../../view/open';
import type { PageView } from '../../view/state';
import { writeView } from '../../view/url';
import type { SavedView } from '../../views/shapes';

type How = 'push' | 'replace';

/** The view that the address holds, and how to change it; going back goes back to the view before. */
export function useView(collection: Shown, views: readonly SavedView[]) {
  const text = useQuery();
  const opened = useMemo(
    () => openView(new URLSearchParams(text), views, collection),
    [text, views, collection],
  );
  const change = useCallback(
    (part: Partial<PageView>, how: How = 'push') => {
      const now = new URLSearchParams(window.location.search);
      const { view, base } = openView(now, views, collection);
      go(writeView(now, { ...view, ...part }, base), how);
    },
    [views, collection],
  );
  /** Opens a saved view as it is saved; null opens all records. */
  const open = useCallback(
    (id: string | null, how: How = 'push') => go(new URLSearchParams(addressOf(id, views)), how),
    [views],
  );
  return { ...opened, change, open };
}

export type ChangeView = ReturnType<typeof useView>['change'];
export type OpenedView = ReturnType<typeof useView>;

/** The query of a saved view's address. */
export function addressOf(id: string | null, views: readonly SavedView[]): string {
  if (id) return `view=${id}`;
  return views.some(({ isDefault }) => isDefault) ? `view=${plainView}` : '';
}

function go(query: URLSearchParams, how: How) {
  const address = query.size > 0 ? `?${query}` : window.location.pathname;
  if (how === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
  setAhead(queryOfAddress());
}

/** The query that was written here and that the router has not drawn yet. */
let ahead: string | null = null;
const listeners = new Set<() => void>();

/**
 * The query of the address, what was just written included: the router draws that later, and whoever is
 * quick would change the view as it was before.
 */
function useQuery(): string {
  const drawn = useSearchParams().toString();
  const written = useSyncExternalStore(listen, readAhead, () => null);
  useEffect(() => {
    // Drawn, or somewhere else by now.
    if (drawn === ahead || queryOfAddress() !== ahead) setAhead(null);
  }, [drawn]);
  return written ?? drawn;
}

const readAhead = () => ahead;

function setAhead(query: string | null) {
  ahead = query;
  for (const listener of listeners) listener();
}

function listen(listener: () => void) {
  const forget = () => setAhead(null);
  listeners.add(listener);
  window.addEventListener('popstate', forget);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', forget);
    if (listeners.size === 0) ahead = null;
  };
}

const queryOfAddress = () => new URLSearchParams(window.location.search).toString();
