'use client';

import { useEffect, useState } from 'react';
import type { PlanChanges } from '@/lib/billing/changes';
import { foresee } from '../../plans/actions';

type Wish = Parameters<typeof foresee>[0]['wish'];

/** What a wish would change, asked for while its dialog is open; null until that is known. */
export function useForeseen(id: string, wish: Wish | null): PlanChanges | null {
  const [changes, setChanges] = useState<PlanChanges | null>(null);
  const asked = wish && JSON.stringify(wish);
  useEffect(() => {
    if (!asked) return;
    let gone = false;
    setChanges(null);
    foresee({ id, wish: JSON.parse(asked) })
      .then((answer) => !gone && setChanges(answer.ok ? answer.data.changes : null))
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [id, asked]);
  return asked ? changes : null;
}
