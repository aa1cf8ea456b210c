'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useWording } from '@/lib/language/wording-provider';
import { readPlan } from './actions';

interface Props {
  /** The subscription that waits, and how its payment stood when the page was read. */
  signingId: string;
  state: string;
}

const [everyMs, longestMs] = [2_500, 120_000];

/** Asks for a while whether what the page waits for is there, and reads the page again once it is. */
export function LookAgain({ signingId, state }: Props) {
  const t = useWording('plans');
  const router = useRouter();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => {
      void readPlan({})
        .then((answer) => {
          if (!answer.ok) return;
          const { signing, payment } = answer.data;
          const same = signing?.id === signingId && stateOf(payment.asked) === state;
          if (!same) router.refresh();
        })
        // The line may be cut for a moment.
        .catch(() => undefined);
    }, everyMs);
    const end = setTimeout(() => {
      clearInterval(timer);
      setIsOver(true);
    }, longestMs);
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [router, signingId, state]);
  return isOver ? <p>{t('This takes longer than usual. Read the page again later.')}</p> : null;
}

const stateOf = (asked: { state: string; isLate: boolean } | null) =>
  asked ? `${asked.state} ${asked.isLate}` : '';
