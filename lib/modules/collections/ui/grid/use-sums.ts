'use client';

import { useEffect, useState } from 'react';
import type { RecordSums } from '../../records/shapes';
import type { PageView } from '../../view/state';
import { restQuery } from '../../view/url';
import { api } from '../data/api';

interface Options {
  collectionId: string;
  view: PageView;
  /** Key of the field; null when nothing is to be added up. */
  field: string | null;
  /** Changes whenever records did. */
  version: number;
}

/** How long changes are let to gather before they are added up again, ms. */
const gatherMs = 400;

/** What a field comes to over the view; null until it is known. */
export function useSums({ collectionId, view, field, version }: Options): RecordSums | null {
  const { search, filters, match } = view;
  const query = field ? restQuery({ search, filters, match }) : null;
  if (field) query?.set('field', field);
  const asked = query?.toString() ?? '';
  const [read, setRead] = useState<{ asked: string; sums: RecordSums } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version asks again
  useEffect(() => {
    if (!asked) return;
    const stop = new AbortController();
    const path = `/collections/${collectionId}/record-sums?${asked}`;
    const timer = setTimeout(async () => {
      const answer = await api<RecordSums>('GET', path, undefined, stop.signal);
      if (answer.ok && !stop.signal.aborted) setRead({ asked, sums: answer.data });
    }, gatherMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [collectionId, asked, version]);
  return read?.asked === asked ? read.sums : null;
}
