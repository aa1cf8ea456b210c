// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid's own field holds the focus
'use client';

import { Maximize2 } from 'lucide-react';
import { memo, useSyncExternalStore } from 'react';
import { cn } from '@/components/ui/cn';
import { useWords } from '@/components/ui/words';
import type { CellStates } from './cell-states';
import { GridCell } from './grid-cell';
import type { ColumnPlace, GridLayout } from './layout';
import { RowCheck } from './row-check';
import type { CellMarks, GridRowData } from './types';

export type GridRowProps = {
  gridId: string;
  index: number;
  row: GridRowData;
  layout: GridLayout;
  states: CellStates;
  /** Columns of the range in this row, both included; -1 when there are none. */
  from: number;
  to: number;
  chosen: boolean;
  selectable: boolean;
  /** The number that the row shows. */
  number: number;
  openLabel: string | undefined;
  marks: CellMarks | undefined;
  locale: string | undefined;
};

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { gridId, index, row, layout, states, from, to, chosen, locale } = props;
  const own = useSyncExternalStore(
    states.subscribe,
    () => states.row(row.id),
    () => states.row(row.id),
  );
  const marked = useMarks(props.marks, row.id);
  const cell = (place: ColumnPlace) => (
    <GridCell
      key={place.column.id}
      id={`${gridId}-${index}-${place.index}`}
      rowIndex={index}
      place={place}
      value={row.values[place.column.id]}
      state={own[place.column.id]}
      lines={layout.lines}
      readOnly={Boolean(row.readOnly || place.column.readOnly)}
      problem={row.problems?.[place.column.id]}
      markedBy={marked[place.column.id]}
      inRange={place.index >= from && place.index <= to}
      locale={locale}
    />
  );
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.selectable ? chosen : undefined}
      style={{ top: index * layout.rowHeight, height: layout.rowHeight, width: layout.width }}
      className="group/row contain-strict absolute left-0 border-line border-b bg-surface hover:bg-surface-hover aria-selected:bg-surface-selected"
    >
      <div
        className="sticky left-0 z-2 flex h-full bg-inherit"
        style={{ width: layout.frozenWidth }}
      >
        {row.tone ? (
          <span data-color={row.tone} className="tint absolute inset-y-0 left-0 w-1" />
        ) : null}
        <GridGutter {...props} />
        {layout.frozen.map(cell)}
      </div>
      {layout.center.map(cell)}
    </div>
  );
});

const unmarked: Readonly<Record<string, string>> = {};
const still = () => () => undefined;

function useMarks(marks: CellMarks | undefined, rowId: string) {
  const read = () => marks?.row(rowId) ?? unmarked;
  return useSyncExternalStore(marks?.subscribe ?? still, read, read);
}

function GridGutter({ layout, number, chosen, selectable, openLabel }: GridRowProps) {
  const words = useWords();
  return (
    <div
      role="gridcell"
      aria-colindex={1}
      style={{ width: layout.gutter }}
      className={cn(
        'relative flex h-full shrink-0 border-line border-r px-2',
        layout.lines === 1 ? 'items-center' : 'items-start py-2.5',
      )}
    >
      {selectable ? <RowCheck checked={chosen} label={words.selectRow(String(number))} /> : null}
      <span
        className={cn(
          'min-w-4 whitespace-nowrap text-center text-subtle text-xs tabular-nums',
          (selectable || openLabel) &&
            'group-hover/row:hidden group-aria-selected/row:hidden pointer-coarse:hidden',
        )}
      >
        {number}
      </span>
      {openLabel ? (
        <button
          type="button"
          tabIndex={-1}
          data-open=""
          aria-label={`${openLabel}: ${words.gridRow(String(number))}`}
          className={cn(
            'absolute right-2 rounded-small p-1 text-muted opacity-0 hover:bg-surface-active hover:text-ink group-hover/row:opacity-100 pointer-coarse:opacity-100',
            layout.lines === 1 ? 'inset-y-0 my-auto h-fit' : 'top-2',
          )}
        >
          <Maximize2 aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </div>
  );
}
