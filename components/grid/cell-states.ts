/** What a cell is going through. `text` is what a person typed that could not be kept. */
export type CellState = { saving?: boolean; value?: unknown; text?: string; error?: string };
export type RowCellStates = Readonly<Record<string, CellState>>;

const nothing: RowCellStates = {};

/** The cells being saved or refused, by row, so that only the rows concerned render again. */
export class CellStates {
  readonly #rows = new Map<string, RowCellStates>();
  readonly #listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  row(rowId: string): RowCellStates {
    return this.#rows.get(rowId) ?? nothing;
  }

  get(rowId: string, columnId: string): CellState | undefined {
    return this.row(rowId)[columnId];
  }

  set(rowId: string, columnId: string, state: CellState | undefined): void {
    const { [columnId]: _, ...others } = this.row(rowId);
    const next = state ? { ...others, [columnId]: state } : others;
    if (Object.keys(next).length) this.#rows.set(rowId, next);
    else this.#rows.delete(rowId);
    for (const listener of this.#listeners) listener();
  }
}
