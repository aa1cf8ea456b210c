'use client';

import { useState } from 'react';
import type { UiWords } from '@/components/ui/words-table';
import { CellStates } from './cell-states';
import { formatTsv, parseTsv, placePaste } from './clipboard';
import type { Point, Range } from './grid-state';
import type { GridLayout } from './layout';
import type { CellChange, DataGridProps, GridRowData } from './types';

type Options = Pick<DataGridProps, 'getRow' | 'rowCount' | 'onCommit' | 'onCommitMany'> & {
  layout: GridLayout;
  words: UiWords;
  announce: (text: string) => void;
};

type Cell = { row: GridRowData; place: GridLayout['places'][number] };

/** Everything that changes values: commits, clearing, copy and paste, with the state of each cell. */
export function useGridEditing(options: Options) {
  const { getRow, rowCount, layout, onCommit, words, announce } = options;
  const [states] = useState(() => new CellStates());

  const cellAt = ({ row, column }: Point): Cell | undefined => {
    const data = getRow(row);
    const place = layout.places[column];
    return data && place ? { row: data, place } : undefined;
  };
  const canEdit = (cell: Cell | undefined): cell is Cell =>
    Boolean(cell && onCommit && !cell.place.column.readOnly);
  const shownValue = ({ row, place }: Cell): unknown => {
    const state = states.get(row.id, place.column.id);
    return state && 'value' in state ? state.value : row.values[place.column.id];
  };
  const textOf = (cell: Cell): string =>
    states.get(cell.row.id, cell.place.column.id)?.text ??
    cell.place.kind.toText(shownValue(cell), cell.place.column);

  const commitValue = async ({ row, place }: Cell, value: unknown) => {
    const id = place.column.id;
    if (!onCommit) return;
    const known = states.get(row.id, id)?.error === undefined;
    if (known && Object.is(value, row.values[id] ?? null)) return;
    const saving = { saving: true, value };
    states.set(row.id, id, saving);
    const { error } = await settle(onCommit(row.id, id, value));
    if (states.get(row.id, id) !== saving) return;
    states.set(row.id, id, error ? { value, error } : undefined);
    if (error) announce(error);
  };
  const commitText = (cell: Cell, text: string) => {
    const { row, place } = cell;
    if (text === textOf(cell) && !states.get(row.id, place.column.id)?.error) return;
    const parsed = place.kind.parse(text, place.column);
    if ('value' in parsed) void commitValue(cell, parsed.value);
    else {
      states.set(row.id, place.column.id, { text, error: parsed.error });
      announce(parsed.error);
    }
  };
  const forget = ({ row, place }: Cell) => states.set(row.id, place.column.id, undefined);

  const commitTexts = async (cells: readonly { cell: Cell; text: string }[]) => {
    const changes: CellChange[] = [];
    let refused = 0;
    for (const { cell, text } of cells) {
      const parsed = canEdit(cell) ? cell.place.kind.parse(text, cell.place.column) : undefined;
      if (parsed && 'value' in parsed) {
        changes.push({ rowId: cell.row.id, columnId: cell.place.column.id, value: parsed.value });
      } else refused += 1;
    }
    await commitMany(changes, { ...options, states });
    return { kept: changes.length, refused };
  };
  const report = ({ kept, refused }: { kept: number; refused: number }, asked: number) => {
    const missed = refused + asked;
    if (kept) announce(words.pasted(String(kept)));
    if (missed) announce(words.notPasted(String(missed)));
  };

  const clear = (range: Range) =>
    commitTexts(cellsIn(range, cellAt).map((cell) => ({ cell, text: '' })));
  const copy = (range: Range): string => {
    const lines: string[][] = [];
    for (let row = range.top; row <= range.bottom; row += 1) {
      const cells = cellsIn({ ...range, top: row, bottom: row }, cellAt);
      if (cells.length) lines.push(cells.map(textOf));
    }
    return formatTsv(lines);
  };
  const paste = async (text: string, range: Range) => {
    const size = { rows: rowCount, columns: layout.places.length };
    const placed = placePaste(parseTsv(text), range, size);
    const found = placed.flatMap(({ at, text: typed }) => {
      const cell = cellAt(at);
      return cell ? [{ cell, text: typed }] : [];
    });
    report(await commitTexts(found), placed.length - found.length);
  };

  return {
    states,
    cellAt,
    canEdit,
    shownValue,
    textOf,
    commitValue,
    commitText,
    forget,
    clear,
    copy,
    paste,
  };
}

export type GridEditing = ReturnType<typeof useGridEditing>;

function cellsIn(range: Range, cellAt: (point: Point) => Cell | undefined): Cell[] {
  const cells: Cell[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const cell = cellAt({ row, column });
      if (cell) cells.push(cell);
    }
  }
  return cells;
}

const lostConnection = 'This was not saved. Check your connection and try again.';

const settle = <T extends { error?: string }>(promise: Promise<T>): Promise<{ error?: string }> =>
  promise.catch(() => ({ error: lostConnection }));

async function commitMany(changes: CellChange[], options: Options & { states: CellStates }) {
  const { states, onCommit, onCommitMany } = options;
  for (const { rowId, columnId, value } of changes) {
    states.set(rowId, columnId, { saving: true, value });
  }
  const finish = ({ rowId, columnId, value }: CellChange, error: string | undefined) =>
    states.set(rowId, columnId, error ? { value, error } : undefined);
  if (onCommitMany && changes.length > 1) {
    const answer = await onCommitMany(changes).catch(() => undefined);
    for (const change of changes) {
      const key = `${change.rowId}:${change.columnId}`;
      finish(change, answer ? answer.errors?.[key] : lostConnection);
    }
    return;
  }
  for (const change of changes) {
    if (!onCommit) continue;
    const { error } = await settle(onCommit(change.rowId, change.columnId, change.value));
    finish(change, error);
  }
}
