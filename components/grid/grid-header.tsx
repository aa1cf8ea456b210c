// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid's own field holds the focus
'use client';

import { useWords } from '@/components/ui/words';
import { AllCheck } from './all-check';
import { GridHeaderCell } from './grid-header-cell';
import { type ColumnPlace, type GridLayout, headerHeight } from './layout';
import { allRows, chosenCount, noRows } from './row-selection';
import type { DataGridProps } from './types';
import type { ResizeColumn } from './use-grid-layout';

type GridHeaderProps = { props: DataGridProps; layout: GridLayout; resize: ResizeColumn };

export function GridHeader({ props, layout, resize }: GridHeaderProps) {
  const { selection = noRows, onSelectionChange, headerMenu } = props;
  const rowCount = props.dataCount ?? props.rowCount;
  const words = useWords();
  const count = chosenCount(selection, rowCount);
  const cell = (place: ColumnPlace) => (
    <GridHeaderCell
      key={place.column.id}
      place={place}
      resize={resize}
      menu={headerMenu?.(place.column)}
      onColumnWidth={props.onColumnWidth}
      onColumnMove={props.onColumnMove}
      count={layout.places.length}
    />
  );
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-4 border-line border-b bg-surface"
      style={{ width: layout.width, height: headerHeight }}
    >
      <div
        className="sticky left-0 z-2 flex h-full bg-inherit"
        style={{ width: layout.frozenWidth }}
      >
        <div
          role="columnheader"
          aria-colindex={1}
          aria-label={words.selectAll}
          className="flex shrink-0 items-center border-line border-r px-2"
          style={{ width: layout.gutter }}
        >
          {onSelectionChange ? (
            <AllCheck
              label={words.selectAll}
              disabled={rowCount === 0}
              checked={count === 0 ? false : count === rowCount || 'mixed'}
              onFlip={() => onSelectionChange(count ? noRows : allRows)}
            />
          ) : null}
        </div>
        {layout.frozen.map(cell)}
      </div>
      {layout.center.map(cell)}
    </div>
  );
}
