/** Pixels of a sheet lying on its side, and of a column that wraps. */
const sheetWidth = 1_000;
const narrow = 64;
const wide = 150;

interface Wide {
  width?: number;
}

/** The columns that fit side by side onto a sheet, and those that do not; one always fits. */
export function fitting<C extends Wide>(columns: readonly C[]): { shown: C[]; left: C[] } {
  let used = 0;
  const first = columns.findIndex(({ width = wide }, at) => {
    used += Math.min(wide, Math.max(narrow, width));
    return at > 0 && used > sheetWidth;
  });
  const end = first < 0 ? columns.length : first;
  return { shown: columns.slice(0, end), left: columns.slice(end) };
}
