// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid's own field holds the focus
'use client';

import { useEffect, useReducer, useRef } from 'react';
import { GridBandRow } from './grid-band-row';
import { GridRow } from './grid-row';
import { GridRowSkeleton } from './grid-row-skeleton';
import { isSingle, type Range } from './grid-state';
import type { GridLayout } from './layout';
import { isChosen, noRows } from './row-selection';
import type { DataGridProps } from './types';
import type { GridEditing } from './use-grid-editing';
import { scrollStep, useScrolled } from './use-scrolled';

type GridBodyProps = {
  props: DataGridProps;
  gridId: string;
  layout: GridLayout;
  editing: GridEditing;
  range: Range;
};

export function GridBody({ props, gridId, layout, editing, range }: GridBodyProps) {
  const { rowCount, getRow, selection = noRows, onRangeChange } = props;
  const body = useRef<HTMLDivElement>(null);
  // The scroller stands above: its own ref is not there yet when what is below takes effect.
  const { offset, size } = useScrolled(body, 'y');
  const { start, end } = rowsInSight({ offset, size, rowCount, rowHeight: layout.rowHeight });
  const wide = !isSingle(range);
  const stage = useStage();
  useEffect(() => {
    if (end > start) onRangeChange?.({ start, end });
  }, [start, end, onRangeChange]);
  return (
    <div
      ref={body}
      role="rowgroup"
      className="relative"
      style={{ height: rowCount * layout.rowHeight, width: layout.width }}
    >
      {between(start, end).map((index) => {
        const band = props.bandAt?.(index);
        if (band) {
          return <GridBandRow key={band.id} {...{ band, gridId, index, layout }} />;
        }
        const row = getRow(index);
        if (!row || !stage.enter(row.id)) {
          return <GridRowSkeleton key={index} index={index} layout={layout} />;
        }
        const inside = wide && index >= range.top && index <= range.bottom;
        return (
          <GridRow
            key={row.id}
            gridId={gridId}
            index={index}
            number={props.numberOf?.(index) ?? index + 1}
            row={row}
            layout={layout}
            states={editing.states}
            from={inside ? range.left : -1}
            to={inside ? range.right : -1}
            chosen={isChosen(selection, row.id)}
            selectable={Boolean(props.onSelectionChange)}
            openLabel={props.onOpenRow ? props.openLabel : undefined}
            marks={props.marks}
            locale={props.locale}
          />
        );
      })}
    </div>
  );
}

/** Rows made at once: a whole page of them would hold the browser for longer than anybody waits. */
const rowsAtOnce = 10;

const nobody: ReadonlySet<string> = new Set();

/** Lets rows that were not drawn yet come a few at a time, each few in a task of their own. */
function useStage() {
  const drawn = useRef(nobody);
  const [, drawMore] = useReducer((times: number) => times + 1, 0);
  const entered = new Set<string>();
  let fresh = 0;
  useEffect(() => {
    drawn.current = entered;
    if (fresh <= rowsAtOnce) return;
    const more = setTimeout(drawMore);
    return () => clearTimeout(more);
  });
  return {
    /** Whether the row is drawn this time. */
    enter: (id: string): boolean => {
      if (!drawn.current.has(id) && ++fresh > rowsAtOnce) return false;
      entered.add(id);
      return true;
    },
  };
}

/** Rows drawn before and behind those in sight. */
const rowsAround = 4;

interface Sight {
  offset: number;
  size: number;
  rowCount: number;
  rowHeight: number;
}

function rowsInSight({ offset, size, rowCount, rowHeight }: Sight) {
  if (size === 0) return { start: 0, end: 0 };
  const end = Math.ceil((offset + scrollStep + size) / rowHeight) + rowsAround;
  const start = Math.floor(offset / rowHeight) - rowsAround;
  return { start: Math.max(0, Math.min(start, rowCount - 1)), end: Math.min(end, rowCount) };
}

const between = (start: number, end: number) =>
  Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);
