import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';

/**
 * Rows that are put in order by a handle: dragged, or moved by the arrow keys. The list element holds
 * one child for each id, in their order. Answers the order to show.
 */
export function useReorder(ids: readonly string[], onOrder: (ids: string[]) => void) {
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<{ id: string; order: string[] } | null>(null);
  const order = dragged?.order ?? ids;
  const handle = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged({ id, order: [...ids] });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (dragged?.id !== id) return;
      const at = placeAt(list.current, event.clientY);
      if (order.indexOf(id) !== at) setDragged({ id, order: moved(order, id, at) });
    },
    onPointerUp: () => {
      if (dragged && dragged.order.join() !== ids.join()) onOrder(dragged.order);
      setDragged(null);
    },
    onPointerCancel: () => setDragged(null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      const to = ids.indexOf(id) + (step ?? 0);
      if (!step || to < 0 || to >= ids.length) return;
      event.preventDefault();
      onOrder(moved(ids, id, to));
    },
  });
  return { list, order, dragged: dragged?.id, handle };
}

const moved = (ids: readonly string[], id: string, to: number) =>
  ids.filter((one) => one !== id).toSpliced(to, 0, id);

function placeAt(list: HTMLElement | null, y: number): number {
  const rows = [...(list?.children ?? [])].map((row) => row.getBoundingClientRect());
  const below = rows.filter(({ top, height }) => y > top + height).length;
  return Math.max(0, Math.min(rows.length - 1, below));
}
