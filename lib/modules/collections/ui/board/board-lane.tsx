'use client';

import { useDroppable } from '@dnd-kit/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordShape } from '../../records/shapes';
import type { LaneStore } from './lane-store';
import type { Lane } from './lanes';

interface Props {
  lane: Lane;
  name: string;
  title: ReactNode;
  store: LaneStore;
  card: (record: RecordShape) => ReactNode;
  /** The form of a new card; absent for who may only read. */
  adding: ReactNode;
}

const gap = 8;

/** A column of the board: its name and count, and cards that arrive as it is scrolled. */
export function BoardLane({ lane, name, title, store, card, adding }: Props) {
  const t = useWording('collections');
  const { setNodeRef, isOver } = useDroppable({ id: lane.id });
  const read = () => store.lane(lane.id);
  const { records, loading, done, error } = useSyncExternalStore(store.subscribe, read, read);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 120,
    getItemKey: (index) => records[index]?.id ?? index,
    gap,
    overscan: 6,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= records.length - 8 && !done && !loading) store.more(lane.id);
  }, [last, records.length, done, loading, store, lane.id]);
  return (
    <section
      ref={setNodeRef}
      aria-label={`${name}, ${lane.count}`}
      data-lane={lane.id}
      className={cn(
        'flex w-72 shrink-0 snap-start flex-col rounded-panel transition-colors',
        isOver ? 'bg-surface-selected' : 'bg-surface-hover',
      )}
    >
      <h2 className="flex items-center gap-2 px-3 pt-2.5 pb-2 font-medium text-sm">
        <span className="min-w-0 truncate">{title}</span>
        <span className="font-normal text-muted tabular-nums">{lane.count.toLocaleString()}</span>
      </h2>
      <div ref={scroller} className="scroll-quiet min-h-24 flex-1 overflow-y-auto px-2">
        <ul className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const record = records[item.index];
            return record ? (
              <li
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {card(record)}
              </li>
            ) : null;
          })}
        </ul>
        {loading && records.length === 0 ? <Skeleton className="h-24 w-full" /> : null}
        {error ? (
          <p role="alert" className="flex flex-col items-start gap-2 py-2 text-danger-text text-sm">
            {error.message}
            <Button size="small" onClick={() => store.refresh([lane.id])}>
              {t('Try again')}
            </Button>
          </p>
        ) : null}
      </div>
      {adding}
    </section>
  );
}
