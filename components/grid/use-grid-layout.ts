'use client';

import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { kindOf } from './kinds/cell-kinds';
import {
  type ColumnPlace,
  defaultColumnWidth,
  freezeFromWidth,
  type GridLayout,
  gutterWidth,
  lineHeight,
  orderColumns,
  rowLines,
} from './layout';
import type { CellKinds, GridColumn, GridRowSize } from './types';
import { type Scrolled, scrollStep, useScrolled } from './use-scrolled';

/** Fewer scrolling columns are all drawn. */
const windowFrom = 14;

type Options = {
  columns: readonly GridColumn[];
  kinds: CellKinds;
  scroller: RefObject<HTMLDivElement | null>;
  rowSize?: GridRowSize | undefined;
};

/** Widths and places of the columns, and which of them to draw. */
export function useGridLayout({ columns, kinds, scroller, rowSize = 'short' }: Options) {
  const ordered = useMemo(() => orderColumns(columns), [columns]);
  const { width: viewWidth, rowHeight: oneLine } = useMeasures(scroller);
  const lines = rowLines[rowSize];
  const rowHeight = oneLine + (lines - 1) * lineHeight;
  const [sizing, setSizing] = useState<Readonly<Record<string, number>>>({});
  const resize = (columnId: string, width: number) =>
    setSizing((was) => ({ ...was, [columnId]: width }));
  const given = columns.map(({ id, width }) => `${id}:${width}`).join();
  // What was kept comes back as a given width, and another view brings widths of its own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only new widths end what was dragged
  useEffect(() => setSizing({}), [given]);
  const base = useMemo(() => {
    const widths = ordered.map((column) => sizing[column.id] ?? column.width ?? defaultColumnWidth);
    return placeColumns(ordered, widths, { kinds, freeze: viewWidth >= freezeFromWidth });
  }, [ordered, sizing, kinds, viewWidth]);
  const isWide = base.places.length - base.frozen.length > windowFrom;
  const view = useScrolled(scroller, isWide ? 'x' : 'none');
  const layout: GridLayout = useMemo(() => {
    const scrolling = base.places.filter((place) => !place.frozen);
    const center = view.size > 0 ? inSight(scrolling, view) : scrolling;
    return { ...base, center, rowHeight, lines };
  }, [base, view, rowHeight, lines]);
  return { layout, resize };
}

export type ResizeColumn = ReturnType<typeof useGridLayout>['resize'];

const inSight = (places: readonly ColumnPlace[], { offset, size }: Scrolled) =>
  places.filter(
    ({ x, width }) => x < offset + size + 2 * scrollStep && x + width > offset - scrollStep,
  );

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
