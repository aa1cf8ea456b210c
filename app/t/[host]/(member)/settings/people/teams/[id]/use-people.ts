import { useEffect, useState } from 'react';
import { searchPeople } from '../actions';

type Answer = Awaited<ReturnType<typeof searchPeople>>;
export type FoundPerson = Extract<Answer, { ok: true }>['data']['people'][number];

const pauseMs = 200;

/** Members whose name or address has these letters, the first of them; null until they are read. */
export function usePeople(letters: string): { people: FoundPerson[]; failed: boolean } | null {
  const [found, setFound] = useState<{ people: FoundPerson[]; failed: boolean } | null>(null);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(async () => {
      const q = letters.trim();
      const answer = await searchPeople({ size: 50, ...(q && { q }) }).catch(() => null);
      if (gone) return;
      setFound(
        answer?.ok ? { people: answer.data.people, failed: false } : { people: [], failed: true },
      );
    }, pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [letters]);
  return found;
}
