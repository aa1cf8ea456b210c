'use client';

import { useCallback, useMemo } from 'react';
import type { CellChange, GridRowData } from '@/components/grid/types';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import type { RecordShape } from '../../records/shapes';
import type { Tint } from '../../view/state';
import { tintOf } from '../../view/tints';
import { takingBack } from '../data/taking-back';
import type { Records } from '../data/use-records';
import { isMine } from '../rules/mine';
import { type GroupRows, recordIndex, recordSpans } from './group-rows';

/** The grid's side of the records: rows by index, edits, undo, and what others change. */
export function useGridRows(
  { store, edits, marks, version }: Records,
  groups: GroupRows | null,
  collection: Collection,
  tints: readonly Tint[],
) {
  const t = useWording('collections');
  const rowOf = useMemo(() => rowsFor(collection, tints, t.said), [collection, tints, t]);
  // A new function for each version of the store tells the grid to look again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const getRow = useCallback(
    (row: number) => {
      const index = groups ? recordIndex(groups, row) : row;
      const record = index === undefined ? undefined : store.get(index);
      return record && rowOf(record);
    },
    [store, version, groups, rowOf],
  );
  const say = (step: string) => (error: string | undefined) => {
    if (error !== undefined)
      notify.failed(t('{step} did not work', { step }), { description: error });
  };
  return {
    getRow,
    marks,
    onRangeChange: useCallback(
      (range: { start: number; end: number }) =>
        store.want(groups ? recordSpans(groups, range) : [range]),
      [store, groups],
    ),
    onEditing: useCallback(
      (cell: { rowId: string; columnId: string } | null) =>
        edits.begin(cell && { recordId: cell.rowId, key: cell.columnId }),
      [edits],
    ),
    onCommit: async (rowId: string, columnId: string, value: unknown) => {
      const error = await edits.commit({ recordId: rowId, key: columnId, value });
      return error === undefined ? {} : { error };
    },
    onCommitMany: async (changes: CellChange[]) => {
      const { refused, act } = await edits.commitMany(
        changes.map(({ rowId, columnId, value }) => ({ recordId: rowId, key: columnId, value })),
      );
      if (act) {
        const kept = changes.length - Object.keys(refused).length;
        notify.done(t('{kept, plural, one {# cell} other {# cells}} changed', { kept }), {
          undo: takingBack(edits, act, t),
        });
      }
      return { errors: refused };
    },
    onUndo: () => void edits.stack.undo().then(say(t('Undo'))),
    onRedo: () => void edits.stack.redo().then(say(t('Redo'))),
  };
}

/** Records as rows in their colours; those that the rules keep from being changed open no editor. */
function rowsFor(
  collection: Collection,
  tints: readonly Tint[],
  said: (words: string) => string,
): (record: RecordShape) => GridRowData {
  const known = new WeakMap<RecordShape, GridRowData>();
  return (record) => {
    const kept = known.get(record);
    if (kept) return kept;
    const readOnly = !isMine(collection, record, 'change');
    const tone = tintOf(record.data, tints, collection.fields);
    const row = {
      ...{ id: record.id, values: record.data, readOnly },
      ...(tone && { tone }),
      ...(record.problems && { problems: saidOf(record.problems, said) }),
    };
    known.set(record, row);
    return row;
  };
}

const saidOf = (problems: Record<string, string>, said: (words: string) => string) =>
  Object.fromEntries(Object.entries(problems).map(([key, words]) => [key, said(words)]));
