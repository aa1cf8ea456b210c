'use client';

import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';
import { StateFrame } from './state-frame';
import { useWords } from './words';

export type ErrorStateProps = {
  /** What happened. */
  title: ReactNode;
  /** What is safe, and what to do. */
  description: ReactNode;
  action?: ReactNode;
  requestId?: string;
  className?: string;
};

export function ErrorState({ requestId, ...rest }: ErrorStateProps) {
  const words = useWords();
  const detail = requestId ? (
    <span className="inline-flex items-center gap-1 font-mono">
      {words.requestId(requestId)}
      <CopyButton value={requestId} size="small" />
    </span>
  ) : null;
  return <StateFrame icon={TriangleAlert} tone="danger" detail={detail} {...rest} />;
}
