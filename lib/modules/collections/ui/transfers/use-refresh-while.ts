'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMs = 2_000;

/** Asks for the page anew every two seconds as long as something on it is at work. */
export function useRefreshWhile(working: boolean) {
  const router = useRouter();
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [working, router]);
}
