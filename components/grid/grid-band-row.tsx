// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid's own field holds the focus
import { ChevronRight } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { GridLayout } from './layout';
import type { GridBand } from './types';

type GridBandRowProps = { band: GridBand; gridId: string; index: number; layout: GridLayout };

/** What the rows below have in common, and how many there are; opens and closes them. */
export function GridBandRow({ band, gridId, index, layout }: GridBandRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-band={band.id}
      style={{ top: index * layout.rowHeight, height: layout.rowHeight, width: layout.width }}
      className="contain-strict absolute left-0 cursor-pointer border-line border-b bg-surface-hover hover:bg-surface-active"
    >
      <div
        role="gridcell"
        // Rows of a grid cannot be said to be open; only those of a tree can.
        aria-expanded={band.open}
        id={`${gridId}-${index}-0`}
        aria-colindex={1}
        className="sticky left-0 flex h-full w-max max-w-full items-center gap-2 px-2"
      >
        <ChevronRight
          aria-hidden
          className={cn(
            'size-4 shrink-0 text-muted transition-transform',
            band.open && 'rotate-90',
          )}
        />
        <span className="min-w-0 truncate font-medium text-sm">{band.title}</span>
        <span className="text-muted text-xs tabular-nums">{band.count.toLocaleString()}</span>
        {band.note ? (
          <span className="min-w-0 truncate text-muted text-xs tabular-nums">{band.note}</span>
        ) : null}
      </div>
    </div>
  );
}
