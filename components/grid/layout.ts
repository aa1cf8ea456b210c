import type { CellKind, GridColumn } from './types';

/** A column with its place: pixels from the left edge of the content. */
export type ColumnPlace = {
  column: GridColumn;
  kind: CellKind;
  index: number;
  x: number;
  width: number;
  frozen: boolean;
};

export type GridLayout = {
  places: readonly ColumnPlace[];
  frozen: readonly ColumnPlace[];
  /** The scrolling columns to draw. */
  center: readonly ColumnPlace[];
  gutter: number;
  /** Gutter and frozen columns. */
  frozenWidth: number;
  width: number;
  rowHeight: number;
  /** Lines of text that a row has room for. */
  lines: number;
};

/** Lines of a row by its size, each of so many pixels beyond the first. */
export const rowLines = { short: 1, medium: 2, tall: 4 } as const;
export const lineHeight = 20;

export const headerHeight = 34;
export const gutterWidth = 60;
export const minColumnWidth = 64;
export const maxColumnWidth = 900;
export const defaultColumnWidth = 176;
/** Below this width only the gutter stays put, or nothing would be left to scroll. */
export const freezeFromWidth = 560;

/** Columns in the order they are drawn: the frozen ones first, else the first one. */
export function orderColumns(columns: readonly GridColumn[]): GridColumn[] {
  const frozen = columns.filter((column) => column.frozen);
  if (!frozen.length) return [...columns];
  return [...frozen, ...columns.filter((column) => !column.frozen)];
}

/** How far to scroll so that `start..end` shows between the edges; the offset itself if it does. */
export function scrollToShow(
  span: { start: number; end: number },
  view: { offset: number; size: number; before: number; after: number },
): number {
  const top = view.offset + view.before;
  const bottom = view.offset + view.size - view.after;
  if (span.start < top) return span.start - view.before;
  if (span.end > bottom) return span.end + view.after - view.size;
  return view.offset;
}
