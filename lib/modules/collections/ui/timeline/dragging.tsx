import { DndContext, type DragEndEvent, DragOverlay } from '@dnd-kit/core';
import { type ReactNode, useState } from 'react';
import type { RecordShape } from '../../records/shapes';
import { shifted } from '../calendar/days';
import { useCardSensors } from '../view/use-card-sensors';
import type { BarActs } from './record-bar';
import { movedBy, placedOn } from './spans';
import { draggedOf } from './use-bar-drag';

interface Props {
  acts: BarActs;
  /** The element that is as wide as the window. */
  area: () => HTMLElement | null;
  children: ReactNode;
}

/** Takes what is dropped: bars to other days, records from aside onto the day below the pointer. */
export function Dragging({ acts, area, children }: Props) {
  const { axis, window, onWrite } = acts;
  const [placing, setPlacing] = useState<RecordShape | null>(null);
  const sensors = useCardSensors();
  const drop = (event: DragEndEvent) => {
    setPlacing(null);
    const dragged = draggedOf(event);
    if (!dragged) return;
    const { record, side } = dragged;
    if (side === 'link') {
      const other = acts.recordOf(barBelow(pointerOf(event)));
      if (other) acts.links?.link(record, other);
      return;
    }
    if (side !== 'place') {
      const days = Math.round(event.delta.x / acts.dayWidth());
      return onWrite(record, movedBy(record, axis, side, days));
    }
    const place = area()?.getBoundingClientRect();
    const into = pointerOf(event).x - (place?.left ?? 0);
    const day = Math.floor(into / acts.dayWidth());
    if (place && day >= 0 && day < window.days) {
      onWrite(record, placedOn(record, axis, shifted(window.from, day)));
    }
  };
  return (
    <DndContext
      sensors={sensors}
      onDragStart={(event) => {
        const dragged = draggedOf(event);
        setPlacing(dragged?.side === 'place' ? dragged.record : null);
      }}
      onDragCancel={() => setPlacing(null)}
      onDragEnd={drop}
    >
      {children}
      {placing ? (
        <DragOverlay dropAnimation={null}>
          <div className="truncate rounded-small bg-surface-raised px-1.5 py-0.5 text-sm shadow-overlay">
            {acts.titleOf(placing)}
          </div>
        </DragOverlay>
      ) : null}
    </DndContext>
  );
}

/** Where on the page the mouse or finger is by now, pixels. */
function pointerOf({ activatorEvent, delta }: DragEndEvent) {
  const from = activatorEvent as MouseEvent | TouchEvent;
  const begun = 'touches' in from ? from.touches[0] : from;
  return { x: (begun?.clientX ?? 0) + delta.x, y: (begun?.clientY ?? 0) + delta.y };
}

/** The id of the record whose bar is at a place. */
const barBelow = ({ x, y }: { x: number; y: number }) =>
  document
    .elementsFromPoint(x, y)
    .find((element): element is HTMLElement => element.matches('[data-bar]'))?.dataset.bar;
