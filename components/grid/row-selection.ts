import type { RowSelection } from './types';

export const noRows: RowSelection = { mode: 'some', ids: new Set() };
export const allRows: RowSelection = { mode: 'all', ids: new Set() };

export const isChosen = (selection: RowSelection, id: string): boolean =>
  selection.ids.has(id) === (selection.mode === 'some');

export const chosenCount = (selection: RowSelection, rowCount: number): number =>
  selection.mode === 'some' ? selection.ids.size : Math.max(0, rowCount - selection.ids.size);

/** Chooses or releases rows; the same call serves one row and a swept range. */
export function setChosen(
  selection: RowSelection,
  ids: readonly string[],
  chosen: boolean,
): RowSelection {
  const next = new Set(selection.ids);
  for (const id of ids) {
    if (chosen === (selection.mode === 'some')) next.add(id);
    else next.delete(id);
  }
  return { mode: selection.mode, ids: next };
}
