'use client';

import { useEffect, useState } from 'react';

export type Availability =
  | { state: 'empty' | 'checking' | 'free' | 'unknown' }
  | { state: 'refused'; reason: string; suggestion: string | null };

interface Answer {
  free: boolean;
  reason: string | null;
  suggestion: string | null;
}

const pauseMs = 300;

/** Asks whether an address is free, once the person pauses. */
export function useAddress(slug: string): Availability {
  const [answer, setAnswer] = useState<{ slug: string; result: Availability }>();
  useEffect(() => {
    if (!slug) return;
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const result = await ask(slug, asking.signal);
      if (result) setAnswer({ slug, result });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [slug]);
  if (!slug) return { state: 'empty' };
  return answer?.slug === slug ? answer.result : { state: 'checking' };
}

async function ask(slug: string, signal: AbortSignal): Promise<Availability | null> {
  const query = new URLSearchParams({ slug });
  try {
    const response = await fetch(`/api/v1/sign-up/address?${query}`, { signal });
    if (!response.ok) return { state: 'unknown' };
    const { free, reason, suggestion } = (await response.json()) as Answer;
    return free ? { state: 'free' } : { state: 'refused', reason: reason ?? '', suggestion };
  } catch {
    return signal.aborted ? null : { state: 'unknown' };
  }
}
