'use client';

import { useEffect, useState } from 'react';
import type { Impact } from '@/lib/access/roles/impact';
import { askImpact } from './actions';

interface Question {
  id: string;
  permissions?: string[];
  replacementId?: string;
}

const restMs = 350;

/** What a change would do, asked for once the question rests; null until that is known. */
export function useImpact(question: Question | null): Impact | null {
  const [impact, setImpact] = useState<Impact | null>(null);
  const asked = question && JSON.stringify(question);
  useEffect(() => {
    if (!asked) return;
    let gone = false;
    setImpact(null);
    const timer = setTimeout(async () => {
      const answer = await askImpact(JSON.parse(asked)).catch(() => null);
      if (!gone) setImpact(answer?.ok ? answer.data : null);
    }, restMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return asked ? impact : null;
}
