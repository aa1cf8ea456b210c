'use client';

import type { Dispatch, KeyboardEvent } from 'react';
import { type KeyIntent, keyIntent } from './grid-keys';
import { type GridAction, type GridState, type Point, rangeOf } from './grid-state';
import { isChosen, noRows, setChosen } from './row-selection';
import type { CellMove, DataGridProps } from './types';
import type { GridEditing } from './use-grid-editing';

type Options = {
  props: DataGridProps;
  state: GridState;
  dispatch: Dispatch<GridAction>;
  editing: GridEditing;
  columnCount: number;
  pageRows: () => number;
  announceReadOnly: () => void;
};

/** Keys of the grid while no cell is being edited, and the movement after an edit. */
export function useGridKeyboard(options: Options) {
  const { props, state, dispatch, columnCount } = options;
  const edit = (typed?: string) => {
    const band = props.bandAt?.(state.active.row);
    if (band) props.onToggleBand?.(band.id);
    else beginEdit(options, typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey, altKey } = event;
    const press = { key, shiftKey, altKey, command: event.metaKey || event.ctrlKey };
    const size = { rows: props.rowCount, columns: columnCount };
    const place = { active: state.active, size, pageRows: options.pageRows() };
    const intent = keyIntent(press, place);
    if (!intent) return;
    event.preventDefault();
    if (intent.do === 'edit') edit();
    else run(intent, options);
  };
  const moveOn = (move: CellMove) => {
    if (move === 'keep') return;
    dispatch({ type: 'move', to: neighbour(state.active, move), extend: false });
  };
  return { onKeyDown, edit, moveOn };
}

/** Chooses the rows, or releases them when the last of them is chosen already. */
export function toggleRows(props: DataGridProps, ids: readonly string[]): void {
  const { selection = noRows, onSelectionChange } = props;
  const last = ids.at(-1);
  if (last) onSelectionChange?.(setChosen(selection, ids, !isChosen(selection, last)));
}

function beginEdit(options: Options, typed: string | undefined) {
  const { editing, state, dispatch } = options;
  const cell = editing.cellAt(state.active);
  if (!editing.canEdit(cell)) return options.announceReadOnly();
  const { toggle } = cell.place.kind;
  if (toggle) void editing.commitValue(cell, toggle(editing.shownValue(cell)));
  else dispatch({ type: 'edit', typed });
}

function run(intent: Exclude<KeyIntent, { do: 'edit' }>, options: Options) {
  const { props, state, dispatch, editing } = options;
  const row = props.getRow(state.active.row);
  const cell = editing.cellAt(state.active);
  switch (intent.do) {
    case 'move':
      return dispatch({ type: 'move', to: intent.to, extend: intent.extend });
    case 'clear':
      return void editing.clear(rangeOf(state));
    case 'toggle-row':
      if (row) toggleRows(props, [row.id]);
      return;
    case 'select-all':
      return dispatch({ type: 'select-all' });
    case 'open':
      if (row) (props.onOpenPage ?? props.onOpenRow)?.(row);
      return;
    case 'undo':
      return props.onUndo?.();
    case 'redo':
      return props.onRedo?.();
    case 'fill':
      return void editing.fill(rangeOf(state), intent.way);
    case 'stop':
      if (cell) editing.forget(cell);
      return dispatch({ type: 'stop' });
  }
}

function neighbour({ row, column }: Point, move: Exclude<CellMove, 'keep'>): Point {
  return {
    down: { row: row + 1, column },
    up: { row: row - 1, column },
    right: { row, column: column + 1 },
    left: { row, column: column - 1 },
    stay: { row, column },
  }[move];
}
