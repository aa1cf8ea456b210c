'use client';

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { Toaster as Sonner } from 'sonner';
import { Spinner } from './spinner';
import { useWords } from './words';

/** Where toasts appear; once per page, in the frame of pages that tell of what was done. */
export function Toaster() {
  const words = useWords();
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
