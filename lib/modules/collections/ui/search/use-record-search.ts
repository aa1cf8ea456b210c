'use client';

import { useEffect, useState } from 'react';
import type { SearchPage } from '../../search/shapes';
import { api } from '../data/api';

const pauseMs = 150;
const shown = 8;

interface Found {
  text: string;
  page: SearchPage | null;
}

/**
 * Searches records of every collection once a person pauses; what was asked before is given up. `page`
 * stays that of the last answer until the next one is there.
 */
export function useRecordSearch(text: string) {
  const asked = text.trim();
  const [found, setFound] = useState<Found>({ text: '', page: null });
  useEffect(() => {
    if (!asked) {
      setFound({ text: '', page: null });
      return;
    }
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ query: asked, limit: String(shown) });
      const path = `/records/search?${query}`;
      const answer = await api<SearchPage>('GET', path, undefined, controller.signal);
      if (controller.signal.aborted) return;
      setFound({ text: asked, page: answer.ok ? answer.data : null });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [asked]);
  const answered = found.text === asked;
  return {
    page: asked ? found.page : null,
    pending: asked !== '' && !answered,
    failed: asked !== '' && answered && found.page === null,
  };
}
