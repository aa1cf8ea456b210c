'use client';

import { DndContext, type DragEndEvent, DragOverlay } from '@dnd-kit/core';
import { CalendarDays } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Popover } from '@/components/ui/popover';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import { AddCard } from '../board/add-card';
import { titleOf } from '../board/record-card';
import { useTimeZone } from '../types/time-zone';
import type { KindViewProps } from '../view/kind-view';
import { LoadFailed } from '../view/load-failed';
import { useCardLooks } from '../view/use-card-looks';
import { useCardSensors } from '../view/use-card-sensors';
import { useKeptFocus } from '../view/use-kept-focus';
import { Agenda } from './agenda';
import { CalendarBar } from './calendar-bar';
import { DayCell } from './day-cell';
import { DayList } from './day-list';
import type { DayRecordActs } from './day-record';
import { dayName, daysAround, today as todayIn, valueOn } from './days';
import { useCalendar, withoutDay } from './use-calendar';

/** The records of a view on the days that a field of theirs names. */
export function CalendarView(props: KindViewProps) {
  const t = useWording('collections');
  const field = props.collection.fields.find(({ key }) => key === props.view.date);
  if (field) return <Calendar {...props} field={field} key={field.id} />;
  return (
    <EmptyState
      icon={CalendarDays}
      title={t('This calendar has no days yet')}
      description={t(
        'A calendar places records by a field that holds a date. Choose the field under Display.',
      )}
    />
  );
}

/** Records that fit into a day of a month, and of a week. */
const rooms = { month: 3, week: 40 };

function Calendar({ field, ...props }: KindViewProps & { field: Field }) {
  const t = useWording('collections');
  const { collection, rights, view, change, locale, onOpen } = props;
  const timeZone = useTimeZone();
  const today = todayIn(timeZone);
  const at = view.at || today;
  const days = useMemo(() => daysAround(at, view.scale), [at, view.scale]);
  const calendar = useCalendar({ ...props, field, days, timeZone });
  const { store, read, none, onDay, countOn, move, look, openDay } = calendar;
  const looks = useCardLooks(props, field);
  const [dragged, setDragged] = useState<RecordShape | null>(null);
  const focus = useKeptFocus();
  const sensors = useCardSensors();
  const acts: DayRecordActs = {
    editable: rights.write && !field.locked,
    today,
    titleOf: (record) => t.said(titleOf(record, looks)),
    tintOf: looks.tintOf,
    focus,
    onOpen,
    onMove: (record, day) => {
      focus.follow(record.id);
      void move(record, day);
    },
  };
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const record = active.data.current?.record as RecordShape | undefined;
    if (record && over) void move(record, String(over.id));
  };
  const titleField = collection.fields.find(({ key }) => key === looks.columns[0]?.id);
  const listOf = (day: string) => (
    <DayList
      {...{ store, day, acts }}
      lane={day}
      title={dayName(day, locale, { dateStyle: 'full' })}
      onShow={() => openDay(day)}
      adding={
        rights.add && !field.locked && titleField ? (
          <AddCard
            {...{ titleField }}
            collectionId={collection.id}
            laneField={field}
            lane={{ id: day, value: valueOn(day, { field, timeZone }), count: countOn(day) }}
            name={dayName(day, locale, { dateStyle: 'long' })}
            onAdded={look}
          />
        ) : null
      }
    />
  );
  if (read.error && read.records.length === 0) {
    return <LoadFailed error={read.error} onRetry={look} />;
  }
  return (
    <DndContext
      sensors={sensors}
      onDragStart={({ active }) =>
        setDragged((active.data.current?.record as RecordShape | undefined) ?? null)
      }
      onDragCancel={() => setDragged(null)}
      onDragEnd={drop}
    >
      <CalendarBar
        {...{ view, change, at, locale }}
        undated={
          <Popover
            label={t('Records without a day')}
            align="end"
            trigger={
              <Button size="small" variant="ghost">
                {t('Without a day')}
                <span className="tabular-nums">
                  {none.records.length}
                  {none.done ? '' : '+'}
                </span>
              </Button>
            }
          >
            <DayList
              {...{ store, acts }}
              lane={withoutDay}
              day={null}
              title={t('Without a day')}
              adding={null}
            />
          </Popover>
        }
      />
      <div className="-mx-4 hidden min-h-0 flex-1 flex-col overflow-hidden border-line border-t sm:-mx-6 sm:flex lg:-mx-8">
        <div aria-hidden className="grid grid-cols-7 border-line border-b text-muted text-xs">
          {days.slice(0, 7).map((day) => (
            <span key={day} className="px-2 py-1">
              {dayName(day, locale, { weekday: 'short' })}
            </span>
          ))}
        </div>
        <div
          className="grid min-h-0 flex-1 grid-cols-7 overflow-y-auto"
          style={{ gridAutoRows: 'minmax(7rem, 1fr)' }}
        >
          {days.map((day) => (
            <DayCell
              key={day}
              {...{ day, locale, acts }}
              records={onDay.get(day) ?? []}
              count={countOn(day)}
              room={rooms[view.scale]}
              inside={view.scale === 'week' || day.slice(0, 7) === at.slice(0, 7)}
              list={listOf(day)}
            />
          ))}
        </div>
      </div>
      <div className="flex min-h-0 flex-1 flex-col sm:hidden">
        <Agenda
          days={view.scale === 'week' ? days : days.filter((day) => day.startsWith(at.slice(0, 7)))}
          {...{ onDay, countOn, locale, acts, listOf }}
        />
      </div>
      <DragOverlay>
        {dragged ? (
          <div className="truncate rounded-small bg-surface-raised px-1.5 py-0.5 text-sm shadow-overlay">
            {titleOf(dragged, looks)}
          </div>
        ) : null}
      </DragOverlay>
    </DndContext>
  );
}
