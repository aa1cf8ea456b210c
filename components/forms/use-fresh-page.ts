'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';

/** After which nobody waits any longer for a page that does not come, milliseconds. */
const patienceMs = 8_000;

/**
 * Reads the page again. What it answers resolves once the page shows what is there by then, or whoever
 * asked has gone with what was shown before: so the next act names what it sees. Not from within a
 * transition, which would wait for itself.
 */
export function useFreshPage(): () => Promise<void> {
  const router = useRouter();
  const [pending, start] = useTransition();
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    if (!pending) settle(waiting.current);
  }, [pending]);
  useEffect(() => {
    const { current } = waiting;
    return () => settle(current);
  }, []);
  return () =>
    new Promise((resolve) => {
      waiting.current.push(resolve);
      setTimeout(resolve, patienceMs);
      start(() => router.refresh());
    });
}

function settle(waiting: (() => void)[]) {
  for (const resolve of waiting.splice(0)) resolve();
}
