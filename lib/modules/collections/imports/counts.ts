import type { Verdict } from './judge';

/** What became of an import's rows, in numbers. */
export interface Tally {
  rowsDone: number;
  rowsAdded: number;
  rowsChanged: number;
  rowsSame: number;
  rowsSkipped: number;
  rowsFailed: number;
}

export const noRows: Tally = {
  rowsDone: 0,
  rowsAdded: 0,
  rowsChanged: 0,
  rowsSame: 0,
  rowsSkipped: 0,
  rowsFailed: 0,
};

export function tallyOf({ add, change, same, skipped, refused }: Verdict): Tally {
  return {
    rowsDone: add.length + change.length + same + skipped,
    rowsAdded: add.length,
    rowsChanged: change.length,
    rowsSame: same,
    rowsSkipped: skipped,
    rowsFailed: refused.length,
  };
}

export const addTally = (a: Tally, b: Tally): Tally => ({
  rowsDone: a.rowsDone + b.rowsDone,
  rowsAdded: a.rowsAdded + b.rowsAdded,
  rowsChanged: a.rowsChanged + b.rowsChanged,
  rowsSame: a.rowsSame + b.rowsSame,
  rowsSkipped: a.rowsSkipped + b.rowsSkipped,
  rowsFailed: a.rowsFailed + b.rowsFailed,
});
