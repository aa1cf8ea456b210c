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
    if (side !== 'place') {
      const days = Math.round(event.delta.x / acts.dayWidth());
      return onWrite(record, movedBy(record, axis, side, days));
    }
    const place = area()?.getBoundingClientRect();
    const into = pointerOf(event) - (place?.left ?? 0);
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

/** How far from the left edge of the page the mouse or finger is by now, pixels. */
function pointerOf({ activatorEvent, delta }: DragEndEvent): number {
  const from = activatorEvent as MouseEvent | TouchEvent;
  const begun = 'touches' in from ? (from.touches[0]?.clientX ?? 0) : from.clientX;
  return begun + delta.x;
}
