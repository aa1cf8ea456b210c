// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid's own field holds the focus
'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { GridBandRow } from './grid-band-row';
import { GridRow } from './grid-row';
import { GridRowSkeleton } from './grid-row-skeleton';
import { isSingle, type Range } from './grid-state';
import { type GridLayout, headerHeight } from './layout';
import { isChosen, noRows } from './row-selection';
import type { DataGridProps } from './types';
import type { GridEditing } from './use-grid-editing';

type GridBodyProps = {
  props: DataGridProps;
  gridId: string;
  layout: GridLayout;
  editing: GridEditing;
  range: Range;
  scroller: RefObject<HTMLDivElement | null>;
};

export function GridBody({ props, gridId, layout, editing, range, scroller }: GridBodyProps) {
  const { rowCount, getRow, selection = noRows, onRangeChange } = props;
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => layout.rowHeight,
    scrollMargin: headerHeight,
    overscan: 6,
    useFlushSync: false,
  });
  useEffect(() => {
    if (layout.rowHeight) virtual.measure();
  }, [layout.rowHeight, virtual]);
  const items = virtual.getVirtualItems();
  const wide = !isSingle(range);
  const start = items[0]?.index ?? 0;
  const end = (items.at(-1)?.index ?? -1) + 1;
  useEffect(() => {
    if (end > start) onRangeChange?.({ start, end });
  }, [start, end, onRangeChange]);
  return (
    <div
      role="rowgroup"
      className="relative"
      style={{ height: rowCount * layout.rowHeight, width: layout.width }}
    >
      {items.map(({ index }) => {
        const band = props.bandAt?.(index);
        if (band) {
          return <GridBandRow key={band.id} {...{ band, gridId, index, layout }} />;
        }
        const row = getRow(index);
        if (!row) return <GridRowSkeleton key={index} index={index} layout={layout} />;
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
