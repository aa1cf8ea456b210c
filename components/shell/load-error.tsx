'use client';

import { useTransition } from 'react';
import { Button } from '../ui/button';
import { ErrorState } from '../ui/error-state';
import { PageFrame } from '../ui/page-frame';
import { useWords } from '../ui/words';
import { useComeBack } from './use-come-back';

export type LoadErrorProps = {
  error: Error & { digest?: string };
  /** Loads what failed again, as Next hands it to an error page. */
  retry: () => void;
  /** Heading of the page that could not be loaded. */
  title: string;
  /** What is safe, and whom to ask. */
  description: string;
};

/** Stands in for a page that could not be loaded, until the server can work again. */
export function LoadError({ error, retry, title, description }: LoadErrorProps) {
  const words = useWords();
  const [pending, start] = useTransition();
  const again = () => start(retry);
  useComeBack(true, again);
  return (
    <PageFrame title={title}>
      <ErrorState
        title={words.notLoaded}
        description={description}
        action={
          <Button variant="primary" pending={pending} onClick={again}>
            {words.tryAgain}
          </Button>
        }
        {...(error.digest && { requestId: error.digest })}
      />
    </PageFrame>
  );
}
