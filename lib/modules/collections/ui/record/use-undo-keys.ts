'use client';

import { useEffect, useEffectEvent } from 'react';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordEdits } from '../data/record-edits';

/** Ctrl/Cmd+Z and its way back, wherever no text is being typed. */
export function useUndoKeys(edits: RecordEdits) {
  const t = useWording('collections');
  const run = useEffectEvent(async (step: 'undo' | 'redo') => {
    const why = await edits.stack[step]();
    if (why !== undefined)
      notify.failed(t('{words} did not work', { words: t(words[step]) }), { description: why });
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (!step || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      void run(step);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

const words = { undo: 'Undo', redo: 'Redo' } as const;

function stepOf({ key, shiftKey, metaKey, ctrlKey }: KeyboardEvent) {
  if (!(metaKey || ctrlKey)) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : null;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable=true]');
