'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { IconButton } from './icon-button';
import { useReturnFocus } from './use-return-focus';
import { useWords } from './words';

export interface SheetPanelProps {
  title: ReactNode;
  /** Keeps the title for screen readers only. */
  hideTitle?: boolean;
  description?: ReactNode;
  side?: 'right' | 'left' | 'bottom';
  footer?: ReactNode;
  className?: string;
  children: ReactNode;
  onClose: () => void;
}

const sides = {
  right: 'inset-y-0 right-0 w-full weak:max-w-md animate-sheet-right border-l',
  left: 'inset-y-0 left-0 w-[min(18rem,85vw)] animate-sheet-left border-r',
  bottom: 'inset-x-0 bottom-0 max-h-[85dvh] animate-sheet-bottom rounded-t-dialog border-t',
};

/** The open panel of a sheet. */
export const SheetPanel = ({ onClose, ...rest }: SheetPanelProps) => (
  <Radix.Root open onOpenChange={(open) => !open && onClose()}>
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-50 animate-fade bg-scrim" />
      <Panel {...rest} />
    </Radix.Portal>
  </Radix.Root>
);

function Panel(props: Omit<SheetPanelProps, 'onClose'>) {
  const { title, hideTitle, description, side = 'right', footer, className, children } = props;
  const words = useWords();
  const returnFocus = useReturnFocus();
  const heading = (
    <>
      <Radix.Title className="line-clamp-2 font-semibold text-lg">{title}</Radix.Title>
      {description ? (
        <Radix.Description className="text-muted text-sm">{description}</Radix.Description>
      ) : null}
    </>
  );
  return (
    <Radix.Content
      {...returnFocus}
      {...(description ? {} : { 'aria-describedby': undefined })}
      className={cn(
        'fixed z-50 flex flex-col border-line bg-surface-raised shadow-overlay outline-none',
        sides[side],
        className,
      )}
    >
      {hideTitle ? (
        <div className="sr-only">{heading}</div>
      ) : (
        <div className="flex items-center gap-3 border-line border-b px-5 py-3">
          <div className="min-w-0 flex-1">{heading}</div>
          <Radix.Close asChild>
            <IconButton icon={X} label={words.close} tooltip={false} className="-mr-2" />
          </Radix.Close>
        </div>
      )}
      <div className={cn('min-h-0 flex-1 overflow-y-auto', !hideTitle && 'p-5')}>{children}</div>
      {footer ? (
        <div className="pad-safe-bottom flex justify-end gap-2 border-line border-t px-5 py-3">
          {footer}
        </div>
      ) : null}
    </Radix.Content>
  );
}
