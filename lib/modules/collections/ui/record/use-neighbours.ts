'use client';

import { useEffect, useState } from 'react';
import type { RecordPage } from '../../records/shapes';
import { api } from '../data/api';
import { type OpenedFrom, recordAddress } from './record-address';

interface Neighbours {
  /** Place in the view, from 1. */
  place: number;
  total: number;
  previous: string | null;
  next: string | null;
}

/** How far others may have moved a record in its view and it is still found. */
const reach = 50;

/**
 * The records before and after one in the view it was opened from; null when it is there no more.
 * `view` is that view as the REST door takes it.
 */
export function useNeighbours(
  collectionId: string,
  recordId: string,
  { query, place: at, view }: OpenedFrom & { view: string },
): Neighbours | null {
  const [found, setFound] = useState<Neighbours | null>(null);
  useEffect(() => {
    setFound(null);
    if (at === undefined) return;
    const controller = new AbortController();
    const read = async (offset: number, limit: number) => {
      const asked = new URLSearchParams(view);
      asked.set('offset', String(offset));
      asked.set('limit', String(limit));
      const path = `/collections/${collectionId}/records?${asked}`;
      const answer = await api<RecordPage>('GET', path, undefined, controller.signal);
      if (!answer.ok) return null;
      const { records, total } = answer.data;
      const index = records.findIndex(({ id }) => id === recordId);
      if (index < 0) return null;
      const addressOf = (step: number) => {
        const one = records[index + step];
        const place = offset + index + step;
        return one ? recordAddress(collectionId, one.id, { query, place }) : null;
      };
      const place = offset + index + 1;
      return { place, total: total ?? place, previous: addressOf(-1), next: addressOf(1) };
    };
    const look = async () => {
      const near = await read(Math.max(0, at - 1), 3);
      const wide = near ?? (await read(Math.max(0, at - reach), 2 * reach + 1));
      if (!controller.signal.aborted) setFound(wide);
    };
    void look();
    return () => controller.abort();
  }, [collectionId, recordId, view, query, at]);
  return found;
}
