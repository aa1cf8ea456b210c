'use client';

import { useState } from 'react';
import { notify } from '@/components/ui/notify';
import { CellStates } from './cell-states';
import { formatTsv, type PastedCell, parseTsv, placePaste } from './clipboard';
import { type CommitContext, commitMany, commitText, commitValue } from './commit-cells';
import { fillPairs, keyFill } from './fill';
import { type CellReader, type GridCellRef, readCells } from './grid-cells';
import type { Range } from './grid-state';
import type { GridLayout } from './layout';
import type { CellChange, DataGridProps } from './types';

type Options = Pick<
  DataGridProps,
  'getRow' | 'rowCount' | 'onCommit' | 'onCommitMany' | 'onAddRows'
> &
  Omit<CommitContext, 'states'> & { layout: GridLayout };

/** Everything that changes values: commits, clearing, copy and paste, with the state of each cell. */
export function useGridEditing(options: Options) {
  const [states] = useState(() => new CellStates());
  const reader = readCells({ ...options, states });
  const context = { ...options, states };
  const { rowCount, layout, words, announce, onAddRows } = options;
  return {
    ...reader,
    states,
    commitValue: (cell: GridCellRef, value: unknown) => commitValue(cell, value, context),
    commitText: (cell: GridCellRef, text: string) => {
      const refused = states.get(cell.row.id, cell.place.column.id)?.error;
      if (refused || text !== reader.textOf(cell)) void commitText(cell, text, context);
    },
    forget: ({ row, place }: GridCellRef) => states.set(row.id, place.column.id, undefined),
    clear: (range: Range) => {
      const cells = reader.cellsIn(range).map((cell) => ({ cell, text: '' }));
      return commitMany(readChanges(cells, reader, context), context);
    },
    copy: (range: Range) => copyCells(range, reader),
    fill: (range: Range, way: 'down' | 'right') => {
      const { source, target } = keyFill(range, way);
      return commitMany(filled(source, target, reader, context), context);
    },
    fillInto: (source: Range, target: Range) =>
      commitMany(filled(source, target, reader, context), context),
    paste: (text: string, range: Range) => {
      const size = { rows: rowCount, columns: layout.places.length };
      const { placed, beyond } = placePaste(parseTsv(text), range, size);
      const found = placed.flatMap(({ at, text: typed }) => {
        const cell = reader.cellAt(at);
        return cell ? [{ cell, text: typed }] : [];
      });
      const changes = readChanges(found, reader, context);
      const unread = keepUnread(found, reader, context);
      const below = onAddRows ? rowsBelow(beyond, options) : [];
      if (below.length > 0) onAddRows?.(below);
      const added = below.reduce((sum, row) => sum + Object.keys(row).length, 0);
      const left = placed.length + beyond.length - changes.length - unread - added;
      if (left > 0) notify.failed(words.notPasted(String(left)));
      announce(words.pasted(String(changes.length)));
      return commitMany(changes, context);
    },
  };
}

export type GridEditing = ReturnType<typeof useGridEditing>;

function copyCells(range: Range, reader: CellReader): string {
  const lines: string[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells = reader.cellsIn({ ...range, top: row, bottom: row });
    if (cells.length) lines.push(cells.map(reader.textOf));
  }
  return formatTsv(lines);
}

/** Values of a range over again in another; between columns of two kinds they go as text. */
function filled(
  source: Range,
  target: Range,
  reader: CellReader,
  { words }: CommitContext,
): CellChange[] {
  return fillPairs(source, target).flatMap(({ from, to }) => {
    const [model, cell] = [reader.cellAt(from), reader.cellAt(to)];
    if (!model || !reader.canEdit(cell)) return [];
    const { kind, column } = cell.place;
    const change = { rowId: cell.row.id, columnId: column.id };
    if (from.column === to.column) return [{ ...change, value: reader.shownValue(model) }];
    const parsed = kind.parse(reader.textOf(model), column, words);
    return 'value' in parsed ? [{ ...change, value: parsed.value }] : [];
  });
}

/** Pasted cells below the last row as rows to be added, with what can be read of them. */
function rowsBelow(
  beyond: readonly PastedCell[],
  { rowCount, layout, words }: Pick<Options, 'rowCount' | 'layout' | 'words'>,
): Record<string, unknown>[] {
  const rows = new Map<number, Record<string, unknown>>();
  for (const { at, text } of beyond) {
    const place = layout.places[at.column];
    if (at.row < rowCount || !place || place.column.readOnly) continue;
    const row = rows.get(at.row) ?? {};
    rows.set(at.row, row);
    const parsed = place.kind.parse(text, place.column, words);
    if ('value' in parsed) row[place.column.id] = parsed.value;
  }
  return [...rows.values()];
}

/** Leaves pasted text that cannot be read in its cell, with the reason, as if it was typed there. */
function keepUnread(
  cells: readonly { cell: GridCellRef; text: string }[],
  reader: CellReader,
  { states, words }: Pick<CommitContext, 'states' | 'words'>,
): number {
  let kept = 0;
  for (const { cell, text } of cells) {
    if (!reader.canEdit(cell)) continue;
    const { kind, column } = cell.place;
    const parsed = kind.parse(text, column, words);
    if ('value' in parsed) continue;
    states.set(cell.row.id, column.id, { text, error: parsed.error });
    kept += 1;
  }
  return kept;
}

/** What can be kept of pasted or cleared cells; the rest is left as it is. */
function readChanges(
  cells: readonly { cell: GridCellRef; text: string }[],
  reader: CellReader,
  { words }: CommitContext,
): CellChange[] {
  return cells.flatMap(({ cell, text }) => {
    if (!reader.canEdit(cell)) return [];
    const { kind, column } = cell.place;
    const parsed = kind.parse(text, column, words);
    return 'value' in parsed
      ? [{ rowId: cell.row.id, columnId: column.id, value: parsed.value }]
      : [];
  });
}
