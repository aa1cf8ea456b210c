'use client';

import { useTransition } from 'react';
import { Button } from '../ui/button';
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
  const [pending, start] = useTransition();
  const again = () => start(retry);
  useComeBack(true, again);
  return (
    <NoticePage
      title="Back in a moment"
      description="This page cannot be served right now. Nothing is lost, and it is tried again by itself."
      action={
        <Button variant="primary" pending={pending} onClick={again}>
          Try again
        </Button>
      }
      {...(digest && { detail: `Number of the failure: ${digest}` })}
    />
  );
}
