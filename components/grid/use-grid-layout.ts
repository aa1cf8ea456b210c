'use client';

import {
  type ColumnDef,
  columnResizingFeature,
  columnSizingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { kindOf } from './kinds/cell-kinds';
import {
  type ColumnPlace,
  defaultColumnWidth,
  freezeFromWidth,
  type GridLayout,
  gutterWidth,
  lineHeight,
  minColumnWidth,
  orderColumns,
  rowLines,
} from './layout';
import type { CellKinds, GridColumn, GridRowSize } from './types';

const features = tableFeatures({ columnSizingFeature, columnResizingFeature });
const noRows: never[] = [];
const virtualFrom = 14;

type Options = {
  columns: readonly GridColumn[];
  kinds: CellKinds;
  scroller: RefObject<HTMLDivElement | null>;
  rowSize?: GridRowSize | undefined;
};

/** Widths and places of the columns, and which of them to draw. */
export function useGridLayout({ columns, kinds, scroller, rowSize = 'short' }: Options) {
  const ordered = useMemo(() => orderColumns(columns), [columns]);
  const definitions = useMemo(() => ordered.map(defineColumn), [ordered]);
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: 'onChange',
  });
  const { width: viewWidth, rowHeight: oneLine } = useMeasures(scroller);
  const lines = rowLines[rowSize];
  const rowHeight = oneLine + (lines - 1) * lineHeight;
  const sizing = table.state.columnSizing;
  const given = columns.map(({ id, width }) => `${id}:${width}`).join();
  // What was kept comes back as a given width, and another view brings widths of its own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only new widths end what was dragged
  useEffect(() => table.setColumnSizing({}), [given]);
  const base = useMemo(() => {
    const widths = ordered.map((column) => sizing[column.id] ?? column.width ?? defaultColumnWidth);
    return placeColumns(ordered, widths, { kinds, freeze: viewWidth >= freezeFromWidth });
  }, [ordered, sizing, kinds, viewWidth]);
  const scrolling = base.places.filter((place) => !place.frozen);
  const virtual = useVirtualizer({
    horizontal: true,
    count: scrolling.length,
    enabled: scrolling.length > virtualFrom,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => scrolling[index]?.width ?? defaultColumnWidth,
    getItemKey: (index) => `${scrolling[index]?.column.id}:${scrolling[index]?.width}`,
    paddingStart: base.frozenWidth,
    overscan: 2,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.length ? (items.at(-1)?.index ?? 0) : scrolling.length - 1;
  const layout: GridLayout = useMemo(() => {
    const center = base.places.filter((place) => !place.frozen).slice(first, last + 1);
    return { ...base, center, rowHeight, lines };
  }, [base, first, last, rowHeight, lines]);
  return { table, layout };
}

export type GridTable = ReturnType<typeof useGridLayout>['table'];

function defineColumn(column: GridColumn): ColumnDef<typeof features, never> {
  return {
    id: column.id,
    size: column.width ?? defaultColumnWidth,
    minSize: minColumnWidth,
    maxSize: 900,
  };
}

function placeColumns(
  columns: readonly GridColumn[],
  widths: readonly number[],
  options: { kinds: CellKinds; freeze: boolean },
) {
  const anyFrozen = columns.some((column) => column.frozen);
  let x = gutterWidth;
  const places = columns.map((column, index): ColumnPlace => {
    const width = widths[index] ?? defaultColumnWidth;
    const wanted = anyFrozen ? column.frozen === true : index === 0 && column.frozen !== false;
    const frozen = options.freeze && wanted;
    const place = { column, kind: kindOf(options.kinds, column.kind), index, x, width, frozen };
    x += width;
    return place;
  });
  const frozen = places.filter((place) => place.frozen);
  const frozenWidth = frozen.reduce((sum, place) => sum + place.width, gutterWidth);
  return { places, frozen, gutter: gutterWidth, frozenWidth, width: x };
}

/** The view's width and the row height that the brand's density asks for. */
function useMeasures(scroller: RefObject<HTMLDivElement | null>) {
  const [measures, setMeasures] = useState({ width: 1024, rowHeight: 36 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = () => {
      const size = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row-size'));
      const next = { width: element.clientWidth, rowHeight: size || 36 };
      setMeasures((was) =>
        was.width === next.width && was.rowHeight === next.rowHeight ? was : next,
      );
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return measures;
}
