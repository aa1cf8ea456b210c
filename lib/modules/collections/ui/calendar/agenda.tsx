'use client';

import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Popover } from '@/components/ui/popover';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordShape } from '../../records/shapes';
import { DayRecord, type DayRecordActs } from './day-record';
import { dayName } from './days';

interface Props {
  days: readonly string[];
  onDay: ReadonlyMap<string, RecordShape[]>;
  countOn: (day: string) => number;
  locale: string;
  acts: DayRecordActs;
  listOf: (day: string) => ReactNode;
}

/** The days in sight that have records, one below the other, for narrow windows. */
export function Agenda({ days, onDay, countOn, locale, acts, listOf }: Props) {
  const t = useWording('collections');
  const filled = days.filter((day) => countOn(day) > 0 || day === acts.today);
  return (
    <ul className="flex flex-col gap-4 overflow-y-auto py-3">
      {filled.map((day) => {
        const records = onDay.get(day) ?? [];
        const name = dayName(day, locale, { weekday: 'short', day: 'numeric', month: 'long' });
        const rest = countOn(day) - records.length;
        return (
          <li key={day} className="flex flex-col gap-1">
            <Popover
              label={name}
              trigger={
                <button
                  type="button"
                  className={cn(
                    'flex min-h-8 items-center gap-2 text-left font-medium',
                    day === acts.today && 'text-link',
                  )}
                >
                  {name}
                  <span className="font-normal text-muted tabular-nums">{countOn(day)}</span>
                </button>
              }
            >
              {listOf(day)}
            </Popover>
            {records.map((record) => (
              <DayRecord key={record.id} {...acts} {...{ record, day }} place="agenda" />
            ))}
            {rest > 0 ? <p className="text-muted text-sm">{t('{rest} more', { rest })}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}
