'use client';

import { useEffect, useState } from 'react';
import type { HistoryEntry, HistoryPage } from '../../history/shapes';
import { type ApiError, api } from '../data/api';

interface State {
  entries: HistoryEntry[];
  next: string | null;
  error: ApiError | null;
  loading: boolean;
}

const start: State = { entries: [], next: null, error: null, loading: true };

/** What happened to a record, read again whenever the record changes. */
export function useHistory(path: string, version: number) {
  const [state, setState] = useState(start);
  const read = async (cursor: string | null, signal?: AbortSignal) => {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    const answer = await api<HistoryPage>('GET', `${path}/history${query}`, undefined, signal);
    if (signal?.aborted) return;
    setState((was) =>
      answer.ok
        ? {
            entries: cursor ? [...was.entries, ...answer.data.entries] : answer.data.entries,
            next: answer.data.nextCursor,
            error: null,
            loading: false,
          }
        : { ...was, error: answer.error, loading: false },
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the record has a longer history
  useEffect(() => {
    const controller = new AbortController();
    void read(null, controller.signal);
    return () => controller.abort();
  }, [path, version]);
  return { ...state, again: () => void read(null), more: () => void read(state.next) };
}
