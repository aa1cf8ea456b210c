'use client';

import { useDraggable } from '@dnd-kit/core';
import { CalendarPlus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordShape } from '../../records/shapes';
import type { LaneRecords } from '../board/lane-store';
import { dayName } from '../calendar/days';
import type { BarActs } from './record-bar';
import { placedOn } from './spans';
import type { Dragged } from './use-bar-drag';

interface Props extends BarActs {
  list: LaneRecords;
  /** The day that a record is placed on by its button. */
  at: string;
  onMore: () => void;
}

/** The records that no day places, to be dragged onto one or put there by a button. */
export function UndatedList({ list, at, onMore, ...acts }: Props) {
  const t = useWording('collections');
  const { records, loading, done, error } = list;
  return (
    <aside
      aria-label={t('Without dates')}
      className="flex max-h-48 flex-col gap-1 overflow-y-auto border-line border-t p-3 sm:max-h-none sm:w-64 sm:shrink-0 sm:border-l"
    >
      <h3 className="font-medium text-sm">{t('Without dates')}</h3>
      <ul className="flex flex-col gap-1">
        {records.map((record) => (
          <li key={record.id}>
            <Undated {...acts} {...{ record, at }} />
          </li>
        ))}
      </ul>
      {loading && records.length === 0 ? <Skeleton className="h-6 w-full" /> : null}
      {error ? (
        <p role="alert" className="text-danger-text text-sm">
          {error.message}
        </p>
      ) : null}
      {!loading && !error && records.length === 0 ? (
        <p className="text-muted text-sm">{t('No records.')}</p>
      ) : null}
      {done || error ? null : (
        <Button size="small" disabled={loading} onClick={onMore}>
          {t('Show more')}
        </Button>
      )}
    </aside>
  );
}

function Undated({ record, at, ...acts }: BarActs & { record: RecordShape; at: string }) {
  const t = useWording('collections');
  const editable = acts.mayMove(record);
  const drag = useDraggable({
    id: `place:${record.id}`,
    data: { record, side: 'place' } satisfies Dragged,
    disabled: !editable,
  });
  const title = acts.titleOf(record);
  const tint = acts.tintOf(record);
  const day = dayName(at, acts.locale, { day: 'numeric', month: 'long' });
  return (
    <div
      ref={drag.setNodeRef}
      {...drag.listeners}
      className={cn(
        'flex min-w-0 items-center overflow-hidden rounded-small bg-surface-selected text-sm',
        editable && 'cursor-grab touch-manipulation',
        drag.isDragging && 'opacity-40',
      )}
    >
      {tint ? <span data-color={tint} className="tint w-1 shrink-0 self-stretch" /> : null}
      <button
        type="button"
        onClick={() => acts.onOpen(record)}
        className="min-w-0 flex-1 truncate px-1.5 py-1 text-left hover:underline"
      >
        {title}
      </button>
      {editable ? (
        <IconButton
          icon={CalendarPlus}
          size="small"
          label={t('Place {title} on {day}', { title, day })}
          onClick={() => {
            acts.focus.follow(record.id);
            acts.onWrite(record, placedOn(record, acts.axis, at));
          }}
        />
      ) : null}
    </div>
  );
}
