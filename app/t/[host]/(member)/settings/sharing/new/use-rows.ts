import { useEffect, useState } from 'react';
import { searchRows } from '../actions';
import type { Place } from './grant-draft';

interface Found {
  rows: { id: string; name: string }[];
  failed: boolean;
}

const pauseMs = 200;

/** Records of a place in which these letters stand, the first of them; null until they are read. */
export function useRows({ view, id }: Place, letters: string): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(async () => {
      const asked = { view, placeId: id, search: letters.trim() };
      const answer = await searchRows(asked).catch(() => null);
      if (gone) return;
      setFound(answer?.ok ? { rows: answer.data.rows, failed: false } : { rows: [], failed: true });
    }, pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [view, id, letters]);
  return found;
}
