'use client';

import { useDroppable } from '@dnd-kit/core';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Popover } from '@/components/ui/popover';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordShape } from '../../records/shapes';
import { DayRecord, type DayRecordActs } from './day-record';
import { dayName } from './days';

interface Props {
  day: string;
  records: readonly RecordShape[];
  count: number;
  /** Records that fit into the cell. */
  room: number;
  /** Of the month that is open. */
  inside: boolean;
  locale: string;
  acts: DayRecordActs;
  /** All records of the day, with a way to add one. */
  list: ReactNode;
}

/** One day: its records as far as they fit, and the way to the rest. */
export function DayCell({ day, records, count, room, inside, locale, acts, list }: Props) {
  const t = useWording('collections');
  const { setNodeRef, isOver } = useDroppable({ id: day });
  const shown = records.slice(0, count > room ? room - 1 : room);
  const isToday = day === acts.today;
  const name = dayName(day, locale, { dateStyle: 'full' });
  const opens = (trigger: ReactNode) => (
    <Popover label={name} trigger={trigger} className="w-72">
      {list}
    </Popover>
  );
  return (
    <section
      ref={setNodeRef}
      aria-label={`${name}, ${count}`}
      className={cn(
        'flex min-h-0 min-w-0 flex-col gap-0.5 overflow-y-auto border-line border-r border-b p-1 transition-colors',
        isOver ? 'bg-surface-selected' : !inside && 'bg-surface-hover',
      )}
    >
      {opens(
        <button
          type="button"
          aria-label={t('Records of {name}', { name })}
          aria-current={isToday ? 'date' : undefined}
          className={cn(
            'grid h-6 min-w-6 shrink-0 place-items-center self-start rounded-full px-1 text-xs tabular-nums',
            isToday ? 'bg-mark text-mark-foreground' : 'hover:bg-surface-active',
            !isToday && (inside ? 'text-ink' : 'text-muted'),
          )}
        >
          {Number(day.slice(8))}
        </button>,
      )}
      {shown.map((record) => (
        <DayRecord key={record.id} {...acts} {...{ record, day }} place="day" />
      ))}
      {count > shown.length
        ? opens(
            <button
              type="button"
              className="rounded-small px-1.5 py-0.5 text-left text-muted text-xs hover:bg-surface-active hover:text-ink"
            >
              {t('{count} more', { count: count - shown.length })}
            </button>,
          )
        : null}
    </section>
  );
}
