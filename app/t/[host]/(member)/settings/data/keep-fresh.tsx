'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMs = 2_000;

/** Reads the page again while work is under way and somebody looks at it. */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
