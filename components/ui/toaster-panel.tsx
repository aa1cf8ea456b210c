'use client';

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { Toaster as Sonner, toast } from 'sonner';
import { type Notice, showNotices } from './notices';
import { Spinner } from './spinner';
import { useWords } from './words';

/** The corner with its notices. */
export function ToasterPanel() {
  const words = useWords();
  useEffect(() => showNotices(toastOf), []);
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={words.notices}
      gap={8}
      icons={{
        success: <CircleCheck aria-hidden className="size-4 text-success-mark" />,
        error: <CircleAlert aria-hidden className="size-4 text-danger-mark" />,
        warning: <TriangleAlert aria-hidden className="size-4 text-warning-mark" />,
        info: <Info aria-hidden className="size-4 text-info-mark" />,
        loading: <Spinner className="text-muted" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-2.5 rounded-panel border border-line bg-surface-raised py-2.5 pr-2.5 pl-3.5 font-sans text-base text-ink shadow-overlay sm:w-96',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'text-muted text-sm',
          actionButton:
            'h-control-small shrink-0 rounded-control px-2 font-medium text-link text-sm hover:bg-surface-hover',
        },
      }}
    />
  );
}

const undoMs = 8_000;

function toastOf({ tone, title, description, undo }: Notice) {
  toast[tone](title, {
    description,
    ...(undo && { action: { label: undo.label, onClick: undo.run }, duration: undoMs }),
  });
}
