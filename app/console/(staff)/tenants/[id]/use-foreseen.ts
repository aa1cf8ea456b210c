'use client';

import { useEffect, useState } from 'react';
import type { PlanChanges } from '@/lib/billing/changes';
import { foresee } from '../../plans/actions';

type Wish = Parameters<typeof foresee>[0]['wish'];

/** What would change, or why that is not known. */
type Answer = { changes: PlanChanges } | { changes: null; problem: string };

/** What a wish would change, asked for while its dialog is open; null until there is an answer. */
export function useForeseen(id: string, wish: Wish | null): Answer | null {
  const [foreseen, setForeseen] = useState<Answer | null>(null);
  const asked = wish && JSON.stringify(wish);
  useEffect(() => {
    if (!asked) return;
    let gone = false;
    const show = (answer: Answer | null) => {
      if (!gone) setForeseen(answer);
    };
    show(null);
    foresee({ id, wish: JSON.parse(asked) })
      .then((answer) =>
        show(answer.ok ? answer.data : { changes: null, problem: answer.error.message }),
      )
      .catch(() => show({ changes: null, problem: '' }));
    return () => {
      gone = true;
    };
  }, [id, asked]);
  return asked ? foreseen : null;
}
