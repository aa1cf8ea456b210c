import type { Import } from './shapes';

/** How many records an import added or changed. */
export const touchedRows = ({
  rowsDone,
  rowsSame,
  rowsSkipped,
}: Pick<Import, 'rowsDone' | 'rowsSame' | 'rowsSkipped'>): number =>
  rowsDone - rowsSame - rowsSkipped;
