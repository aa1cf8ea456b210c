'use client';

import { useEffect, useState } from 'react';
import type { Preview } from '../../rules/read';
import type { Rules } from '../../rules/shapes';
import { type ApiError, api } from '../data/api';

interface Previewed {
  preview: Preview | null;
  error: ApiError | null;
}

const restMs = 350;

/** What rules would open to each member, asked for once they rest; the last answer stays meanwhile. */
export function usePreview(collectionId: string, rules: Rules): Previewed {
  const [answer, setAnswer] = useState<Previewed>({ preview: null, error: null });
  const asked = JSON.stringify(rules);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(async () => {
      const path = `/collections/${collectionId}/rules/preview`;
      const found = await api<Preview>('POST', path, { rules: JSON.parse(asked) });
      if (gone) return;
      setAnswer((was) =>
        found.ok ? { preview: found.data, error: null } : { ...was, error: found.error },
      );
    }, restMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [collectionId, asked]);
  return answer;
}
