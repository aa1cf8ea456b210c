'use client';

import { type Dispatch, type MouseEvent, type PointerEvent, useRef } from 'react';
import type { GridAction, GridState, Point } from './grid-state';
import type { DataGridProps } from './types';
import { toggleRows } from './use-grid-keyboard';

type Options = {
  props: DataGridProps;
  state: GridState;
  dispatch: Dispatch<GridAction>;
  focus: () => void;
  edit: () => void;
};

/** Clicks, sweeps and double clicks, listened to once for all cells. */
export function useGridPointer({ props, state, dispatch, focus, edit }: Options) {
  const sweeping = useRef(false);
  const lastChosen = useRef<number | undefined>(undefined);

  const onPointerDown = (event: PointerEvent) => {
    const point = pointOf(event.target);
    if (!point || event.button !== 0) return;
    sweeping.current = event.pointerType === 'mouse';
    const again = isActive(point, state) && event.pointerType === 'touch';
    dispatch({ type: 'move', to: point, extend: event.shiftKey });
    if (again) edit();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!sweeping.current || !(event.buttons & 1)) return;
    const point = pointOf(event.target);
    if (point && !isActive(point, state)) dispatch({ type: 'move', to: point, extend: true });
  };
  const onPointerUp = () => {
    sweeping.current = false;
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const index = rowIndexOf(target);
    const band = target.closest<HTMLElement>('[data-band]')?.dataset.band;
    if (band !== undefined) {
      props.onToggleBand?.(band);
      dispatch({ type: 'move', to: { row: index, column: 0 }, extend: false });
    } else if (target.closest('[data-choose]')) {
      const from = event.shiftKey ? (lastChosen.current ?? index) : index;
      toggleRows(props, idsBetween(props, from, index));
      lastChosen.current = index;
    } else if (target.closest('[data-open]')) {
      const row = props.getRow(index);
      if (row) props.onOpenRow?.(row);
    }
    if (!target.closest('a[href], [role=columnheader], [data-open]')) focus();
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (pointOf(event.target)) edit();
  };
  return { onPointerDown, onPointerMove, onPointerUp, onClick, onDoubleClick };
}

const isActive = (point: Point, { active }: GridState) =>
  point.row === active.row && point.column === active.column;

const rowIndexOf = (target: HTMLElement) =>
  Number(target.closest<HTMLElement>('[aria-rowindex]')?.ariaRowIndex ?? 0) - 2;

/** The cell an element stands in. */
export function pointOf(target: EventTarget | null): Point | undefined {
  const cell = (target as HTMLElement | null)?.closest<HTMLElement>('[data-column]');
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}

/** Loaded rows between two places, the clicked one last. */
function idsBetween(props: DataGridProps, from: number, to: number): string[] {
  const step = from <= to ? 1 : -1;
  const ids: string[] = [];
  for (let index = from; index !== to + step; index += step) {
    const row = props.getRow(index);
    if (row) ids.push(row.id);
  }
  return ids;
}
