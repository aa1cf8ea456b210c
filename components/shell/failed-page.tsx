'use client';

import { useTransition } from 'react';
import { Button } from '../ui/button';
import { useWords } from '../ui/words';
import { NoticePage } from './notice-page';
import { useComeBack } from './use-come-back';

export type FailedPageProps = {
  /** Loads what failed again; the whole page when left out. */
  retry?: () => void;
  /** Number of the failure in the log. */
  digest?: string | undefined;
};

/** A whole page that failed, frame and all; comes back when the server can work again. */
export function FailedPage({ retry = () => window.location.reload(), digest }: FailedPageProps) {
  const words = useWords();
  const [pending, start] = useTransition();
  const again = () => start(retry);
  useComeBack(true, again);
  return (
    <NoticePage
      title={words.backSoon}
      description={words.servedSoon}
      action={
        <Button variant="primary" pending={pending} onClick={again}>
          {words.tryAgain}
        </Button>
      }
      {...(digest && { detail: words.failureNumber(digest) })}
    />
  );
}
