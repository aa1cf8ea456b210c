'use client';

import { X } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { useWords } from '@/components/ui/words';
import { chosenCount, noRows } from './row-selection';
import type { DataGridProps } from './types';

/** The line with the count; while rows are chosen, the bar of what can be done with them. */
export function GridFooter({ props }: { props: DataGridProps }) {
  const { selection = noRows, selectionActions, onSelectionChange, footer } = props;
  const words = useWords();
  const rowCount = props.dataCount ?? props.rowCount;
  const count = chosenCount(selection, rowCount);
  const format = new Intl.NumberFormat(props.locale);
  return (
    <div className="relative flex h-11 shrink-0 items-center justify-between gap-3 border-line border-t bg-surface px-3 text-muted text-sm tabular-nums">
      <p className="shrink-0">{words.rowCount(format.format(rowCount), rowCount)}</p>
      {footer}
      {count > 0 ? (
        <div
          role="toolbar"
          aria-label={words.selected(format.format(count))}
          className="absolute inset-x-1 bottom-1 flex min-h-9 animate-rise flex-wrap items-center gap-2 rounded-panel border border-line bg-surface-raised py-1 pr-1 pl-3 text-ink shadow-overlay"
        >
          <p aria-live="polite" className="mr-auto font-medium">
            {words.selected(format.format(count))}
          </p>
          {selectionActions?.(count)}
          <IconButton
            icon={X}
            size="small"
            label={words.clear}
            onClick={() => onSelectionChange?.(noRows)}
          />
        </div>
      ) : null}
    </div>
  );
}
