'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useWording } from '@/lib/language/wording-provider';

const [everyMs, longestMs] = [2_500, 120_000];

/** Reads the page again for a while, until what it waits for is there. */
export function LookAgain() {
  const t = useWording('plans');
  const router = useRouter();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    const end = setTimeout(() => {
      clearInterval(timer);
      setIsOver(true);
    }, longestMs);
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [router]);
  return isOver ? <p>{t('This takes longer than usual. Read the page again later.')}</p> : null;
}
