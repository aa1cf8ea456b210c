'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { IconButton } from './icon-button';
import { useReturnFocus } from './use-return-focus';
import { useWords } from './words';

export interface DialogPanelProps {
  title: ReactNode;
  description?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** Buttons at the bottom, the main one last. */
  footer?: ReactNode;
  children?: ReactNode;
  onClose: () => void;
}

const widths = { small: 'max-w-sm', medium: 'max-w-lg', large: 'max-w-3xl' };

/** The open panel of a dialog. */
export const DialogPanel = ({ onClose, ...rest }: DialogPanelProps) => (
  <Radix.Root open onOpenChange={(open) => !open && onClose()}>
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-50 grid animate-fade items-end overflow-y-auto bg-scrim sm:items-center sm:p-6">
        <Panel {...rest} />
      </Radix.Overlay>
    </Radix.Portal>
  </Radix.Root>
);

function Panel({
  title,
  description,
  size = 'medium',
  footer,
  children,
}: Omit<DialogPanelProps, 'onClose'>) {
  const words = useWords();
  const returnFocus = useReturnFocus();
  return (
    <Radix.Content
      {...returnFocus}
      {...(description ? {} : { 'aria-describedby': undefined })}
      className={cn(
        'relative mx-auto flex w-full animate-rise flex-col rounded-t-dialog border border-line bg-surface-raised shadow-overlay outline-none sm:animate-pop sm:rounded-dialog',
        widths[size],
      )}
    >
      <div className="flex items-start gap-3 px-5 pt-4 pb-1">
        <div className="min-w-0 flex-1 pt-1">
          <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
          {description ? (
            <Radix.Description className="mt-1 text-measure text-muted">
              {description}
            </Radix.Description>
          ) : null}
        </div>
        <Radix.Close asChild>
          <IconButton icon={X} label={words.close} tooltip={false} className="-mr-2" />
        </Radix.Close>
      </div>
      {children ? <div className="min-h-0 px-5 py-3">{children}</div> : null}
      {footer ? (
        <div className="pad-safe-bottom mt-2 flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
          {footer}
        </div>
      ) : (
        <div className="h-3" />
      )}
    </Radix.Content>
  );
}
