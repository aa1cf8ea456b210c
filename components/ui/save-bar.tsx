'use client';

import type { ReactNode } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { useWords } from './words';

export type SaveBarProps = {
  /** Whether anything changed; the bar shows only then. */
  dirty: boolean;
  pending?: boolean;
  /** What went wrong with the last try. */
  error?: ReactNode;
  message?: ReactNode;
  saveLabel?: string;
  onDiscard: () => void;
  /** Leave out inside a form: the button then submits it. */
  onSave?: () => void;
};

/** Stays at the bottom of the page while there is something to save. */
export function SaveBar(props: SaveBarProps) {
  const { dirty, pending, error, message, saveLabel, onDiscard, onSave } = props;
  const words = useWords();
  return (
    <div aria-live="polite" className="pointer-events-none sticky bottom-0 z-20" data-print="hide">
      {dirty ? (
        <div className="pad-safe-bottom pointer-events-auto flex animate-rise flex-wrap items-center gap-2 pt-3">
          <div className="flex w-full flex-wrap items-center justify-end gap-2 rounded-panel border border-line bg-surface-raised p-2 pl-4 shadow-overlay">
            <p
              className={cn(
                'max-sm:basis-full sm:flex-1',
                error ? 'text-danger-text' : 'text-muted',
              )}
            >
              {error ?? message ?? words.unsaved}
            </p>
            <Button variant="ghost" onClick={onDiscard} disabled={pending}>
              {words.discard}
            </Button>
            <Button
              type={onSave ? 'button' : 'submit'}
              variant="primary"
              pending={pending}
              onClick={onSave}
            >
              {saveLabel ?? words.save}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}
