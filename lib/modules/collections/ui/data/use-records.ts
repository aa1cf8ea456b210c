'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useComeBack } from '@/components/shell/use-come-back';
import type { RecordPage } from '../../records/shapes';
import type { ApiError } from './api';
import { ChangeMarks } from './cell-marks';
import { RecordEdits } from './record-edits';
import { RecordStore } from './record-store';
import { useLeftOver } from './use-left-over';
import { type Follow, useLive } from './use-live';

interface Options {
  collectionId: string;
  /** The view as the REST door takes it. */
  query: string;
  first: RecordPage | null;
  /** Null where it does not follow what others change. */
  follow: Follow | null;
  userId: string;
  /** Whether records show what stands in other collections, which nothing here follows. */
  looksElsewhere: boolean;
}

/** The records of a view, how to edit them, and what others do to them. */
export function useRecords(options: Options) {
  const { collectionId, query, first, follow, userId, looksElsewhere } = options;
  const router = useRouter();
  const [store] = useState(() => new RecordStore(collectionId, query, first ?? undefined));
  const edits = useMemo(() => new RecordEdits(collectionId, store), [collectionId, store]);
  const [marks] = useState(() => new ChangeMarks());
  const state = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  useEffect(() => {
    if (!store.snapshot().loaded) store.reload();
    const look = () => store.reload();
    window.addEventListener('online', look);
    return () => window.removeEventListener('online', look);
  }, [store]);
  useEffect(() => {
    if (!looksElsewhere) return;
    const look = () => document.visibilityState === 'visible' && store.reload();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [store, looksElsewhere]);
  useEffect(() => store.show(query), [store, query]);
  useComeBack(isAway(state.error), () => store.reload());
  useLeftOver(edits, collectionId, userId);
  useLive({
    ...{ collectionId, follow, source: store, edits, marks },
    // A record that is not shown may belong here now, and one that is may belong elsewhere.
    concerns: ({ known }) => !known || query !== '',
    onGone: () => undefined,
    onDesign: () => router.refresh(),
  });
  return { store, edits, marks, ...state };
}

// The others are about the view, and stay until it is changed.
const isAway = (error: ApiError | null) =>
  error !== null && ['offline', 'unavailable', 'internal'].includes(error.code);

export type Records = ReturnType<typeof useRecords>;
