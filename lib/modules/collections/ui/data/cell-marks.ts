import type { CellMarks } from '@/components/grid/types';

const shownMs = 6_000;
const none: Readonly<Record<string, string>> = {};

/** Values that somebody else changed a moment ago, with who it was. */
export class ChangeMarks implements CellMarks {
  #rows = new Map<string, Readonly<Record<string, string>>>();
  #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  row(rowId: string) {
    return this.#rows.get(rowId) ?? none;
  }

  mark(rowId: string, keys: readonly string[], by: string) {
    const marks = { ...this.row(rowId), ...Object.fromEntries(keys.map((key) => [key, by])) };
    this.#rows.set(rowId, marks);
    this.#tell();
    setTimeout(() => {
      if (this.#rows.get(rowId) !== marks) return;
      this.#rows.delete(rowId);
      this.#tell();
    }, shownMs);
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}
