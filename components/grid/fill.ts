import type { Point, Range } from './grid-state';

export type Filling = { source: Range; target: Range };

/**
 * What Ctrl+D and Ctrl+R fill: from the first row or column of the range into the rest of it; a
 * range of one row or column takes from the one before.
 */
export function keyFill(range: Range, way: 'down' | 'right'): Filling {
  if (way === 'down') {
    const from = range.top === range.bottom ? Math.max(0, range.top - 1) : range.top;
    const source = { ...range, top: from, bottom: from };
    return { source, target: { ...range, top: from + 1 } };
  }
  const from = range.left === range.right ? Math.max(0, range.left - 1) : range.left;
  const source = { ...range, left: from, right: from };
  return { source, target: { ...range, left: from + 1 } };
}

/** Where a drag of the handle leads: down, up, right or left of the source, whichever is farther. */
export function dragFill(source: Range, to: Point): Range | null {
  const down = Math.max(to.row - source.bottom, source.top - to.row);
  const across = Math.max(to.column - source.right, source.left - to.column);
  if (down <= 0 && across <= 0) return null;
  if (down >= across) {
    return to.row > source.bottom
      ? { ...source, top: source.bottom + 1, bottom: to.row }
      : { ...source, top: to.row, bottom: source.top - 1 };
  }
  return to.column > source.right
    ? { ...source, left: source.right + 1, right: to.column }
    : { ...source, left: to.column, right: source.left - 1 };
}

/** Each cell of the target with the cell of the source that it repeats. */
export function fillPairs(source: Range, target: Range): { from: Point; to: Point }[] {
  const height = source.bottom - source.top + 1;
  const width = source.right - source.left + 1;
  const pairs: { from: Point; to: Point }[] = [];
  for (let row = target.top; row <= target.bottom; row += 1) {
    for (let column = target.left; column <= target.right; column += 1) {
      const from = {
        row: source.top + modulo(row - source.top, height),
        column: source.left + modulo(column - source.left, width),
      };
      pairs.push({ from, to: { row, column } });
    }
  }
  return pairs;
}

const modulo = (value: number, size: number) => ((value % size) + size) % size;
