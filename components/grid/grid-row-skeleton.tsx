// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid's own field holds the focus
import { memo } from 'react';
import type { GridLayout } from './layout';

type GridRowSkeletonProps = { index: number; layout: GridLayout };

/** The place of a row not loaded yet, of the same height. */
export const GridRowSkeleton = memo(function GridRowSkeleton(props: GridRowSkeletonProps) {
  const { index, layout } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy
      style={{ top: index * layout.rowHeight, height: layout.rowHeight, width: layout.width }}
      className="contain-strict absolute left-0 border-line border-b bg-surface"
    >
      <div className="sticky left-0 flex h-full items-center bg-inherit px-2 text-subtle text-xs tabular-nums">
        <span role="gridcell" aria-colindex={1} className="min-w-4 text-center">
          {index + 1}
        </span>
      </div>
      {[...layout.frozen, ...layout.center].map((place, at) => (
        <span
          key={place.column.id}
          className="absolute top-1/2 h-3 -translate-y-1/2 rounded-small bg-surface-active"
          style={{
            left: place.x + 8,
            width: Math.max(24, (place.width - 16) * (0.45 + ((index * 7 + at * 5) % 5) / 10)),
          }}
        />
      ))}
    </div>
  );
});
