// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid's own field holds the focus
'use client';

import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { useWords } from '@/components/ui/words';
import type { ColumnPlace } from './layout';
import { ResizeHandle } from './resize-handle';
import { useColumnDrag } from './use-column-drag';
import type { ResizeColumn } from './use-grid-layout';

type GridHeaderCellProps = {
  place: ColumnPlace;
  resize: ResizeColumn;
  menu: ReactNode;
  onColumnWidth: ((columnId: string, width: number) => void) | undefined;
  onColumnMove: ((columnId: string, to: number) => void) | undefined;
  /** How many columns there are. */
  count: number;
};

export function GridHeaderCell(props: GridHeaderCellProps) {
  const { place, resize, menu, onColumnWidth, onColumnMove, count } = props;
  const words = useWords();
  const { column, width, x, frozen, kind, index } = place;
  const title = cn(
    'min-w-0 flex-1 truncate',
    kind.align === 'right' && 'text-right',
    // Where there is no hover, the menu stands there always.
    menu && 'pointer-coarse:mr-7',
  );
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      data-index={index}
      style={{ width, ...(frozen ? {} : { left: x }) }}
      className={cn(
        'before:absolute before:inset-y-0 before:z-1 before:w-0.5 data-[drop=after]:before:-right-px data-[drop=before]:before:-left-px data-drop:before:bg-mark data-drop:before:content-[""]',
        'group/head flex h-full shrink-0 items-center gap-1 border-line border-r px-2 font-medium text-muted text-sm',
        frozen ? 'relative' : 'absolute top-0',
      )}
    >
      {onColumnMove ? (
        <ColumnTitle {...{ place, count, onColumnMove }} className={title} />
      ) : (
        <span title={column.title} className={title}>
          {column.title}
          {column.required ? <span aria-hidden> *</span> : null}
        </span>
      )}
      {column.locked ? (
        <span title={words.onlyToRead} className="shrink-0 text-subtle">
          <Lock aria-hidden className="size-3" />
          <span className="sr-only">, {words.onlyToRead}</span>
        </span>
      ) : null}
      {menu}
      <ResizeHandle place={place} resize={resize} onColumnWidth={onColumnWidth} />
    </div>
  );
}

type ColumnTitleProps = {
  place: ColumnPlace;
  count: number;
  onColumnMove: (columnId: string, to: number) => void;
  className: string;
};

/** The title as a handle that moves the column. */
function ColumnTitle({ place, count, onColumnMove, className }: ColumnTitleProps) {
  const words = useWords();
  const { column, index } = place;
  const drag = useColumnDrag({ columnId: column.id, index, count, onMove: onColumnMove });
  return (
    <button
      type="button"
      {...drag}
      title={column.title}
      aria-description={words.moveColumn}
      aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
      className={cn('text-left focus-visible:-outline-offset-2', className)}
    >
      {column.title}
      {column.required ? <span aria-hidden> *</span> : null}
    </button>
  );
}
