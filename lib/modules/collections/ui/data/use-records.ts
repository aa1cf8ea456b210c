'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useComeBack } from '@/components/shell/use-come-back';
import type { RecordPage } from '../../records/shapes';
import type { ApiError } from './api';
import { RecordEdits } from './record-edits';
import { RecordStore } from './record-store';

/** The records of a view and how to edit them. `query` is the view as the REST door takes it. */
export function useRecords(collectionId: string, query: string, first: RecordPage | null) {
  const [store] = useState(() => new RecordStore(collectionId, query, first ?? undefined));
  const edits = useMemo(() => new RecordEdits(collectionId, store), [collectionId, store]);
  const state = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  useEffect(() => {
    if (!store.snapshot().loaded) store.reload();
    // What others did meanwhile shows when a person comes back to the window.
    const look = () => {
      if (document.visibilityState === 'visible') store.reload();
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
    };
  }, [store]);
  useEffect(() => store.show(query), [store, query]);
  useComeBack(isAway(state.error), () => store.reload());
  return { store, edits, ...state };
}

// The others are about the view, and stay until it is changed.
const isAway = (error: ApiError | null) =>
  error !== null && ['offline', 'unavailable', 'internal'].includes(error.code);

export type Records = ReturnType<typeof useRecords>;
