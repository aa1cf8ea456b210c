'use client';

import { useEffect, useState } from 'react';
import { api } from './api';

interface Answer<T> {
  path: string;
  data?: T;
  error?: string;
}

/** What the REST door answers to a GET of this path; nothing while it is null or under way. */
export function useAnswer<T>(path: string | null): { data?: T; error?: string } {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    void api<T>('GET', path, undefined, stop.signal).then((found) => {
      if (stop.signal.aborted) return;
      setAnswer(found.ok ? { path, data: found.data } : { path, error: found.error.message });
    });
    return () => stop.abort();
  }, [path]);
  return answer?.path === path ? answer : {};
}
