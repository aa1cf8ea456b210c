'use client';

import { useCallback } from 'react';
import type { CellChange, GridRowData } from '@/components/grid/types';
import { notify } from '@/components/ui/notify';
import type { RecordShape } from '../../records/shapes';
import type { Records } from '../data/use-records';
import { type GroupRows, recordIndex, recordSpans } from './group-rows';

const rowOf = new WeakMap<RecordShape, GridRowData>();

/** The grid's side of the records: rows by index, edits, undo. */
export function useGridRows({ store, edits, version }: Records, groups: GroupRows | null) {
  // A new function for each version of the store tells the grid to look again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const getRow = useCallback(
    (row: number) => {
      const index = groups ? recordIndex(groups, row) : row;
      return index === undefined ? undefined : asRow(store.get(index));
    },
    [store, version, groups],
  );
  return {
    getRow,
    onRangeChange: useCallback(
      (range: { start: number; end: number }) =>
        store.want(groups ? recordSpans(groups, range) : [range]),
      [store, groups],
    ),
    onCommit: async (rowId: string, columnId: string, value: unknown) => {
      const error = await edits.commit(rowId, columnId, value);
      return error === undefined ? {} : { error };
    },
    onCommitMany: async (changes: CellChange[]) => {
      const errors: Record<string, string> = {};
      await Promise.all(
        changes.map(async ({ rowId, columnId, value }) => {
          const error = await edits.commit(rowId, columnId, value);
          if (error !== undefined) errors[`${rowId}:${columnId}`] = error;
        }),
      );
      return { errors };
    },
    onUndo: () => {
      void edits.undo().then((error) => {
        if (error !== undefined) notify.failed('Undo did not work', { description: error });
      });
    },
  };
}

function asRow(record: RecordShape | undefined): GridRowData | undefined {
  if (!record) return undefined;
  const known = rowOf.get(record) ?? { id: record.id, values: record.data };
  rowOf.set(record, known);
  return known;
}
