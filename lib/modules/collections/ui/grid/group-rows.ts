import type { RecordGroups } from '../../records/shapes';

export type RecordGroup = RecordGroups['groups'][number];

/** A group with where it stands among the rows of the grid, and among the records of the view. */
export interface PlacedGroup {
  id: string;
  group: RecordGroup;
  open: boolean;
  /** The row of its band; its records follow when it is open. */
  row: number;
  /** The place of its first record in the order of the view. */
  offset: number;
}

export interface GroupRows {
  placed: PlacedGroup[];
  /** Bands, and the records of open groups. */
  rowCount: number;
  recordCount: number;
}

const groupId = ({ value }: RecordGroup) => JSON.stringify(value);

/** Bands and records in one column of rows; closed groups show their band only. */
export function placeGroups(
  groups: readonly RecordGroup[],
  closed: ReadonlySet<string>,
): GroupRows {
  let row = 0;
  let offset = 0;
  const placed = groups.map((group) => {
    const id = groupId(group);
    const one = { id, group, open: !closed.has(id), row, offset };
    row += one.open ? group.count + 1 : 1;
    offset += group.count;
    return one;
  });
  return { placed, rowCount: row, recordCount: offset };
}

/** The group that a row belongs to, its band included. */
export function groupAt({ placed }: GroupRows, row: number): PlacedGroup | undefined {
  let low = 0;
  let high = placed.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((placed[middle]?.row ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return placed[low];
}

/** The place of a row's record in the order of the view; undefined for a band. */
export function recordIndex(rows: GroupRows, row: number): number | undefined {
  const found = groupAt(rows, row);
  if (!found || row === found.row || row < 0 || row >= rows.rowCount) return undefined;
  return found.offset + row - found.row - 1;
}

/** The records behind a span of rows, without those of closed groups in between. */
export function recordSpans(rows: GroupRows, { start, end }: { start: number; end: number }) {
  return rows.placed.flatMap(({ open, row, offset, group }) => {
    const from = Math.max(start, row + 1);
    const to = Math.min(end, row + 1 + (open ? group.count : 0));
    return from < to ? [{ start: offset + from - row - 1, end: offset + to - row - 1 }] : [];
  });
}
