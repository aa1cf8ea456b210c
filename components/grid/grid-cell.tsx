// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid's own field holds the focus
import { CircleAlert } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { CellState } from './cell-states';
import { FailedValue } from './failed-value';
import type { ColumnPlace } from './layout';

export type GridCellProps = {
  id: string;
  rowIndex: number;
  place: ColumnPlace;
  value: unknown;
  state: CellState | undefined;
  lines: number;
  inRange: boolean;
  readOnly: boolean;
  /** Why there is no value. */
  problem: string | undefined;
  /** Who else changed this value a moment ago. */
  markedBy: string | undefined;
  locale: string | undefined;
};

/** One value. Frozen cells stand in a flow of their own, the others at their place. */
export function GridCell(props: GridCellProps) {
  const { id, rowIndex, place, state, lines, inRange, problem, markedBy, locale } = props;
  const { Display, align } = place.kind;
  const value = state && 'value' in state ? state.value : props.value;
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={place.index + 2}
      aria-selected={inRange}
      aria-readonly={props.readOnly || undefined}
      aria-invalid={state?.error ? true : undefined}
      aria-busy={state?.saving || undefined}
      data-row={rowIndex}
      data-column={place.index}
      title={state?.error ?? problem ?? markedBy}
      style={{
        width: place.width,
        ...(place.frozen ? {} : { left: place.x }),
        ...(lines > 1 && { '--lines': lines }),
      }}
      className={cn(
        'flex h-full min-w-0 shrink-0 gap-1 overflow-hidden border-line border-r px-2',
        lines === 1
          ? 'items-center whitespace-nowrap'
          : 'items-start whitespace-normal py-2 [&_.truncate]:line-clamp-(--lines) [&_.truncate]:whitespace-pre-wrap',
        place.frozen ? 'relative' : 'absolute top-0',
        align === 'right' && 'justify-end text-right',
        align === 'center' && 'justify-center',
        inRange && !state?.error && 'bg-surface-selected',
        state?.saving && 'text-muted',
        markedBy && 'outline-2 outline-mark -outline-offset-2',
        state?.error && 'bg-danger-soft text-danger-text',
      )}
    >
      {problem ? (
        <FailedValue problem={problem} />
      ) : state?.text === undefined ? (
        <Display value={value} column={place.column} locale={locale} />
      ) : (
        <span className="truncate">{state.text}</span>
      )}
      {markedBy ? (
        <span className="absolute right-0 bottom-0 max-w-full truncate rounded-tl-small bg-mark px-1 text-mark-foreground text-xs leading-4">
          {markedBy}
        </span>
      ) : null}
      {state?.error ? <CircleAlert aria-hidden className="ml-auto size-4 shrink-0" /> : null}
    </div>
  );
}
