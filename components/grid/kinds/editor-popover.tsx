'use client';

import { type ReactNode, useRef } from 'react';
import { late, useLate } from '@/components/ui/late';

type EditorPopoverProps = { label: string; onClose: () => void; children: ReactNode };

/** Brought while a grid rests, so that cells can be edited without a connection. */
export const editorPanel = late(() => import('./editor-panel'));

/** An editor that needs more room than its cell, hung below it. */
export function EditorPopover(props: EditorPopoverProps) {
  const cell = useRef<HTMLDivElement>(null);
  const part = useLate(editorPanel, true);
  return (
    <>
      <div ref={cell} className="absolute inset-0 outline-2 outline-focus -outline-offset-2" />
      {part ? <part.EditorPanel {...props} cell={cell} /> : null}
    </>
  );
}
