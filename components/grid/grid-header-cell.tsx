// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid's own field holds the focus
'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { useWords } from '@/components/ui/words';
import { type ColumnPlace, minColumnWidth } from './layout';
import type { GridTable } from './use-grid-layout';

type GridHeaderCellProps = {
  place: ColumnPlace;
  table: GridTable;
  menu: ReactNode;
  onColumnWidth: ((columnId: string, width: number) => void) | undefined;
};

export function GridHeaderCell({ place, table, menu, onColumnWidth }: GridHeaderCellProps) {
  const { column, width, x, frozen, kind, index } = place;
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      style={{ width, ...(frozen ? {} : { left: x }) }}
      className={cn(
        'group/head flex h-full shrink-0 items-center gap-1 border-line border-r px-2 font-medium text-muted text-sm',
        frozen ? 'relative' : 'absolute top-0',
      )}
    >
      <span
        title={column.title}
        className={cn(
          'min-w-0 flex-1 truncate',
          kind.align === 'right' && 'text-right',
          // Where there is no hover, the menu stands there always.
          menu && 'pointer-coarse:mr-7',
        )}
      >
        {column.title}
        {column.required ? <span aria-hidden> *</span> : null}
      </span>
      {menu}
      <ResizeHandle place={place} table={table} onColumnWidth={onColumnWidth} />
    </div>
  );
}

type ResizeHandleProps = Omit<GridHeaderCellProps, 'menu'>;

const keyStep = 16;

/** Dragged with the pointer; with the keyboard, arrows on the focused handle. */
function ResizeHandle({ place, table, onColumnWidth }: ResizeHandleProps) {
  const words = useWords();
  const { column, width } = place;
  const header = table.getFlatHeaders().find((candidate) => candidate.column.id === column.id);
  const start = header?.getResizeHandler();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -keyStep, ArrowRight: keyStep }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = Math.max(minColumnWidth, width + step);
    table.setColumnSizing((sizing) => ({ ...sizing, [column.id]: next }));
    onColumnWidth?.(column.id, next);
  };
  const report = () => {
    const done = () => onColumnWidth?.(column.id, Math.round(header?.column.getSize() ?? width));
    window.addEventListener('pointerup', () => setTimeout(done), { once: true });
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={words.resize(column.title)}
      aria-valuenow={Math.round(width)}
      aria-valuemin={minColumnWidth}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={report}
      onMouseDown={(event) => start?.(event)}
      onTouchStart={(event) => start?.(event)}
      className="absolute inset-y-1.5 -right-1 z-1 w-2 cursor-col-resize touch-none rounded-full after:absolute after:inset-y-0 after:left-1/2 after:w-0.5 after:-translate-x-1/2 after:rounded-full hover:after:bg-mark focus-visible:outline-offset-0"
    />
  );
}
