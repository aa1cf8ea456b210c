import type { CellStates } from './cell-states';
import type { Point, Range } from './grid-state';
import type { ColumnPlace, GridLayout } from './layout';
import type { DataGridProps, GridRowData } from './types';

/** A loaded cell: its row and its column's place. */
export type GridCellRef = { row: GridRowData; place: ColumnPlace };

type Options = Pick<DataGridProps, 'getRow' | 'onCommit'> & {
  layout: GridLayout;
  states: CellStates;
};

/** Reads cells as the person sees them: what is being saved, or was refused, before what is kept. */
export function readCells({ getRow, onCommit, layout, states }: Options) {
  const cellAt = ({ row, column }: Point): GridCellRef | undefined => {
    const data = getRow(row);
    const place = layout.places[column];
    return data && place ? { row: data, place } : undefined;
  };
  const canEdit = (cell: GridCellRef | undefined): cell is GridCellRef =>
    Boolean(cell && onCommit && !cell.row.readOnly && !cell.place.column.readOnly);
  const shownValue = ({ row, place }: GridCellRef): unknown => {
    const state = states.get(row.id, place.column.id);
    return state && 'value' in state ? state.value : row.values[place.column.id];
  };
  const textOf = (cell: GridCellRef): string =>
    states.get(cell.row.id, cell.place.column.id)?.text ??
    cell.place.kind.toText(shownValue(cell), cell.place.column);
  const cellsIn = (range: Range): GridCellRef[] => {
    const cells: GridCellRef[] = [];
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        const cell = cellAt({ row, column });
        if (cell) cells.push(cell);
      }
    }
    return cells;
  };
  return { cellAt, canEdit, shownValue, textOf, cellsIn };
}

export type CellReader = ReturnType<typeof readCells>;
