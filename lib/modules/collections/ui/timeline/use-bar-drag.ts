import { type DragEndEvent, useDraggable } from '@dnd-kit/core';
import type { RecordShape } from '../../records/shapes';
import { type Axis, movedBy, type Side, type Span, spanOf, withValues } from './spans';

/** What a drag on a timeline carries: a side of a bar, a line to another, or a record without days. */
export interface Dragged {
  record: RecordShape;
  side: Side | 'place' | 'link';
}

export const draggedOf = ({ active }: Pick<DragEndEvent, 'active'>): Dragged | undefined =>
  active.data.current as Dragged | undefined;

interface Options {
  record: RecordShape;
  axis: Axis;
  editable: boolean;
  /** Whether others can be told to wait for it. */
  linked: boolean;
  /** Pixels, as the page shows it now. */
  dayWidth: () => number;
}

/** The bar and its two ends as things to drag, and the days it would take if it were dropped now. */
export function useBarDrag({ record, axis, editable, linked, dayWidth }: Options) {
  const length = editable && axis.end !== null;
  const both = useDragged(record, 'both', editable);
  const start = useDragged(record, 'start', length);
  const end = useDragged(record, 'end', length);
  const link = useDragged(record, 'link', linked);
  const sides = { both, start, end };
  const side = (['both', 'start', 'end'] as const).find((one) => sides[one].isDragging);
  const across = side ? (sides[side].transform?.x ?? 0) : 0;
  const values = side ? movedBy(record, axis, side, Math.round(across / dayWidth())) : null;
  const shown: Span | null = values ? spanOf(withValues(record, values), axis) : null;
  return { ...sides, link, dragging: side !== undefined, shown };
}

const useDragged = (record: RecordShape, side: Dragged['side'], enabled: boolean) =>
  useDraggable({
    id: `${side}:${record.id}`,
    data: { record, side } satisfies Dragged,
    disabled: !enabled,
  });
