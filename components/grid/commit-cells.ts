import type { UiWords } from '@/components/ui/words-table';
import type { CellStates } from './cell-states';
import type { GridCellRef } from './grid-cells';
import type { CellChange, DataGridProps } from './types';

export type CommitContext = Pick<DataGridProps, 'onCommit' | 'onCommitMany'> & {
  states: CellStates;
  words: UiWords;
  announce: (text: string) => void;
};

/** Shows the value at once, sends it, and leaves it with the message when it is refused. */
export async function commitValue(cell: GridCellRef, value: unknown, context: CommitContext) {
  const { states, onCommit, words, announce } = context;
  const { row, place } = cell;
  const { id } = place.column;
  const refusedBefore = states.get(row.id, id)?.error !== undefined;
  const same = isSame(value ?? null, row.values[id] ?? null);
  if (!onCommit || (same && !refusedBefore)) return;
  const saving = { saving: true, value };
  states.set(row.id, id, saving);
  const { error } = await onCommit(row.id, id, value).catch(() => ({ error: words.notSaved }));
  // A newer value may be on its way by now; then its answer counts.
  if (states.get(row.id, id) !== saving) return;
  states.set(row.id, id, error ? { value, error } : undefined);
  if (error) announce(error);
}

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return Object.is(a, b);
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** Reads what was typed; text that cannot be read stays in the cell with the message. */
export async function commitText(cell: GridCellRef, text: string, context: CommitContext) {
  const { row, place } = cell;
  const parsed = place.kind.parse(text, place.column, context.words);
  if ('value' in parsed) return commitValue(cell, parsed.value, context);
  context.states.set(row.id, place.column.id, { text, error: parsed.error });
  context.announce(parsed.error);
}

/** Sends many values: in one call where the caller offers that, else one after the other. */
export async function commitMany(changes: CellChange[], context: CommitContext): Promise<void> {
  const { states, onCommit, onCommitMany, words } = context;
  for (const { rowId, columnId, value } of changes) {
    states.set(rowId, columnId, { saving: true, value });
  }
  const finish = ({ rowId, columnId, value }: CellChange, error: string | undefined) =>
    states.set(rowId, columnId, error ? { value, error } : undefined);
  if (onCommitMany && changes.length > 1) {
    const answer = await onCommitMany(changes).catch(() => undefined);
    for (const change of changes) {
      const key = `${change.rowId}:${change.columnId}`;
      finish(change, answer ? answer.errors?.[key] : words.notSaved);
    }
    return;
  }
  for (const change of changes) {
    const sent = onCommit?.(change.rowId, change.columnId, change.value);
    const answer = await sent?.catch(() => ({ error: words.notSaved }));
    finish(change, answer?.error);
  }
}
