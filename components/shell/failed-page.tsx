'use client';

import { useTransition } from 'react';
import { failedWords } from './failed-words';
import { NoticePage } from './notice-page';
import { useComeBack } from './use-come-back';

export type FailedPageProps = {
  locale: 'en' | 'ko';
  /** Loads what failed again; the whole page when left out. */
  retry?: () => void;
  /** Number of the failure in the log. */
  digest?: string | undefined;
};

/**
 * A whole page that failed, frame and all; comes back when the server can work again. It stands by
 * ready beside every page, so it is made of little.
 */
export function FailedPage({
  locale,
  retry = () => window.location.reload(),
  digest,
}: FailedPageProps) {
  const words = failedWords[locale];
  const [pending, start] = useTransition();
  const again = () => start(retry);
  useComeBack(true, again);
  return (
    <NoticePage
      title={words.title}
      description={words.description}
      action={
        <button
          type="button"
          disabled={pending}
          aria-busy={pending || undefined}
          onClick={again}
          className="h-control rounded-control border border-primary-line/40 bg-primary px-3 font-medium text-primary-foreground shadow-control transition-colors hover:bg-primary-hover disabled:opacity-50"
        >
          {words.again}
        </button>
      }
      {...(digest && { detail: `${words.number} ${digest}` })}
    />
  );
}
