'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { type PageView, parseView, writeView } from '../../view/url';

/** The view that the address holds, and how to change it; going back goes back to the view before. */
export function useView() {
  const params = useSearchParams();
  const text = params.toString();
  const view = useMemo(() => parseView(new URLSearchParams(text)), [text]);
  const change = useCallback((part: Partial<PageView>, how: 'push' | 'replace' = 'push') => {
    const now = new URLSearchParams(window.location.search);
    const next = writeView(now, { ...parseView(now), ...part });
    const address = next.size > 0 ? `?${next}` : window.location.pathname;
    if (how === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  }, []);
  return { view, change };
}

export type ChangeView = ReturnType<typeof useView>['change'];
