import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { RecordStore } from '../data/record-store';

/** Least width of a card, pixels. */
const narrowest = 232;
const gap = 12;

/** Cards side by side, as many as there is room for; the rows of them arrive as they are looked at. */
export function useShelves(store: RecordStore, total: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [across, setAcross] = useState(1);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const watch = new ResizeObserver(([seen]) => {
      const width = seen?.contentRect.width ?? 0;
      setAcross(Math.max(1, Math.floor((width + gap) / (narrowest + gap))));
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const virtual = useVirtualizer({
    count: Math.ceil(total / across),
    getScrollElement: () => scroller.current,
    estimateSize: () => 260,
    gap,
    overscan: 3,
    useFlushSync: false,
  });
  const rows = virtual.getVirtualItems();
  const start = (rows[0]?.index ?? 0) * across;
  const end = Math.min(total, ((rows.at(-1)?.index ?? 0) + 1) * across);
  useEffect(() => store.want([{ start, end }]), [store, start, end]);
  return { scroller, across, gap, rows, virtual };
}
