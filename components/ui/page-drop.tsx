'use client';

import { Upload } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';

interface PageDropProps {
  /** What happens to a file that is let go here. */
  label: string;
  /** Null where nothing is to come of it: the browser would open the file in place of the page. */
  onFile: ((file: File) => void) | null;
}

/**
 * Lets a file be dropped anywhere on the page and shows so while one is dragged over it. What takes
 * files itself carries `data-takes-files` and is left alone.
 */
export function PageDrop({ label, onFile }: PageDropProps) {
  const [over, setOver] = useState(false);
  const take = useEffectEvent((file: File) => onFile?.(file));
  useEffect(() => {
    // Entering a child comes before leaving its parent: only their balance tells who is outside.
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!bringsFile(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!bringsFile(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const allow = (event: DragEvent) => {
      if (!bringsFile(event)) return;
      event.preventDefault();
      setOver(!isTakenBelow(event));
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (!file || event.defaultPrevented || isTakenBelow(event)) return;
      event.preventDefault();
      take(file);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: allow, drop } as const;
    const each = Object.entries(listeners) as [
      keyof typeof listeners,
      (event: DragEvent) => void,
    ][];
    for (const [name, listener] of each) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of each) window.removeEventListener(name, listener);
    };
  }, []);
  if (!over || !onFile) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-scrim p-6">
      <p className="flex items-center gap-3 rounded-panel border border-mark border-dashed bg-surface-raised px-8 py-6 font-medium text-lg shadow-overlay">
        <Upload aria-hidden className="size-5 text-mark" />
        {label}
      </p>
    </div>
  );
}

const bringsFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;

const isTakenBelow = ({ target }: DragEvent) =>
  target instanceof Element && target.closest('[data-takes-files]') !== null;
