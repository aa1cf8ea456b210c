'use client';

import { Circle, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { useWords } from './words';

export interface ProgressStep {
  id: string;
  title: string;
  /** What came of it, or what it will do. */
  note?: ReactNode;
  state: 'done' | 'now' | 'failed' | 'next';
  /** How long it took, or has taken so far. */
  time?: string | undefined;
  children?: ReactNode;
}

/** What long work does one after the other, and how far it is. */
export function ProgressSteps({ steps }: { steps: readonly ProgressStep[] }) {
  return (
    <ol className="flex flex-col gap-3">
      {steps.map(({ id, title, note, state, time, children }) => (
        <li key={id} className="flex gap-2.5">
          <span className="mt-0.5 shrink-0">
            <Mark state={state} />
          </span>
          <div className="min-w-0 flex-1">
            <p className="flex gap-4">
              <span
                className={cn('min-w-0 flex-1', state === 'next' ? 'text-muted' : 'font-medium')}
              >
                {title}
              </span>
              {time ? (
                <span className="shrink-0 text-muted text-sm tabular-nums">{time}</span>
              ) : null}
            </p>
            {note ? <p className="text-muted text-sm tabular-nums">{note}</p> : null}
            {children}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Mark({ state }: Pick<ProgressStep, 'state'>) {
  const words = useWords();
  switch (state) {
    case 'done':
      return <CircleCheck aria-label={words.stepDone} className="size-4 text-success-text" />;
    case 'now':
      return <CircleDashed aria-label={words.stepNow} className="size-4 text-info-text" />;
    case 'failed':
      return <CircleX aria-label={words.stepFailed} className="size-4 text-danger-text" />;
    case 'next':
      return <Circle aria-label={words.stepNext} className="size-4 text-subtle" />;
  }
}
