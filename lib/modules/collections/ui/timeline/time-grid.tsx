'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { Zoom } from '../../view/state';
import type { LaneRecords } from '../board/lane-store';
import type { PersonName } from '../grid/columns';
import { GroupTitle } from '../grid/group-title';
import { LinkLines } from './link-lines';
import type { BarActs } from './record-bar';
import type { Row } from './rows';
import { TimeHead } from './time-head';
import { TimeLines } from './time-lines';
import { lineHeight, TimeRow } from './time-row';
import { placeIn } from './time-window';
import type { useRows } from './use-rows';

interface Props {
  acts: BarActs;
  /** Given the element that is as wide as the window. */
  area: RefObject<HTMLDivElement | null>;
  /** The day the timeline is open at. */
  at: string;
  zoom: Zoom;
  read: LaneRecords;
  people: readonly PersonName[];
  rows: ReturnType<typeof useRows>;
  /** What lanes stand for; none where each record has one. */
  lanes: Field | undefined;
  /** Of the collection. */
  name: string;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Least width of a column, in the size of the page's type. */
const least: Record<Zoom, number> = { day: 1.75, week: 3.75, month: 4, quarter: 4 };

/** The rows of bars below the days, which stay in sight as names do at the left. */
export function TimeGrid({ acts, area, zoom, read, people, rows, lanes, ...props }: Props) {
  const { at, name, onKeyDown } = props;
  const t = useWording('collections');
  const scroller = useRef<HTMLElement>(null);
  const { window, today, locale } = acts;
  const { records, loading } = read;
  const virtual = useVirtualizer({
    count: rows.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows.rows[index]?.lines.length ?? 1) * lineHeight,
    getItemKey: (index) => rows.rows[index]?.id ?? index,
    overscan: 8,
    useFlushSync: false,
  });
  const sizes = rows.rows.map(({ lines }) => lines.length).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of other heights are measured again
  useEffect(() => virtual.measure(), [virtual, sizes]);
  useEffect(() => {
    const element = scroller.current;
    const wide = area.current;
    if (!element || !wide) return;
    const { left } = placeIn(window, at, at);
    const column = wide.clientWidth / window.units.length;
    element.scrollLeft = (left / 100) * wide.clientWidth - column;
  }, [window, at, area]);
  const shown = virtual.getVirtualItems();
  const width = `${window.units.length * least[zoom]}rem`;
  return (
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard where it has no bars
      tabIndex={0}
      onKeyDown={onKeyDown}
      aria-label={t('Timeline of {name}', { name })}
      className="scroll-quiet relative min-h-0 min-w-0 flex-1 scroll-pt-14 scroll-pl-28 overflow-auto border-line border-t sm:scroll-pl-56"
    >
      <div className="flex min-h-full w-max min-w-full flex-col">
        <TimeHead
          {...{ window, zoom, today, locale, area }}
          least={width}
          corner={lanes?.name ?? t('Record')}
        />
        <div className="relative flex-1" style={{ minHeight: virtual.getTotalSize() }}>
          <TimeLines {...{ window, zoom, today }} />
          {acts.links ? (
            <LinkLines
              links={acts.links.links}
              {...{ window }}
              rows={rows.rows}
              from={shown[0]?.start ?? 0}
              to={shown.at(-1)?.end ?? 0}
            />
          ) : null}
          <ul data-bars>
            {shown.map(({ index, key, start, size }) => {
              const row = rows.rows[index];
              return row ? (
                <TimeRow
                  key={key}
                  {...acts}
                  row={row}
                  label={row.lane ? `${rows.nameOf(row.lane)}, ${row.lane.count}` : undefined}
                  name={<RowName {...{ row, acts, rows, people, lanes }} />}
                  least={width}
                  style={{ height: size, transform: `translateY(${start}px)` }}
                />
              ) : null;
            })}
          </ul>
          <p className="sticky left-28 w-fit px-3 py-2 text-muted text-sm empty:hidden sm:left-56">
            {loading || records.length > 0 ? null : t('No records in these days.')}
          </p>
          {loading && records.length === 0 ? <Skeleton className="m-2 h-7" /> : null}
        </div>
      </div>
    </section>
  );
}

type NameProps = Pick<Props, 'acts' | 'rows' | 'people' | 'lanes'> & { row: Row };

function RowName({ row, acts, rows, people, lanes }: NameProps) {
  if (row.record) {
    // Its bar says the same to screen readers.
    return (
      <span aria-hidden className="truncate" title={acts.titleOf(row.record)}>
        {acts.titleOf(row.record)}
      </span>
    );
  }
  const { value, count } = row.lane;
  return (
    <>
      <span className="min-w-0 truncate font-medium">
        {lanes && lanes.type !== 'relation' ? (
          <GroupTitle field={lanes} {...{ people, value }} locale={acts.locale} />
        ) : (
          rows.nameOf(row.lane)
        )}
      </span>
      <span className="text-muted tabular-nums">{count}</span>
    </>
  );
}
