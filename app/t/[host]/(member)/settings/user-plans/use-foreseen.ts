'use client';

import { useEffect, useState } from 'react';
import { foreseeMember } from './actions';

type Question = Parameters<typeof foreseeMember>[0];
type Foreseen = Awaited<ReturnType<typeof foreseeMember>>;

/** What a wish would change for a member, asked for while its dialog is open; null until answered. */
export function useForeseen(question: Question | null): Foreseen | null {
  const [foreseen, setForeseen] = useState<Foreseen | null>(null);
  const asked = question && JSON.stringify(question);
  useEffect(() => {
    if (!asked) return;
    let gone = false;
    setForeseen(null);
    foreseeMember(JSON.parse(asked))
      .then((answer) => {
        if (!gone) setForeseen(answer);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [asked]);
  return asked ? foreseen : null;
}
