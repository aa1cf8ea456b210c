'use client';

import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { titleOf as titleIn } from '../board/record-card';
import { today as todayIn } from '../calendar/days';
import { isMine } from '../rules/mine';
import type { KindViewProps } from '../view/kind-view';
import { LoadFailed } from '../view/load-failed';
import { useCardLooks } from '../view/use-card-looks';
import { useKeptFocus } from '../view/use-kept-focus';
import { Choosing } from './choosing';
import { Dragging } from './dragging';
import type { BarActs } from './record-bar';
import type { Axis } from './spans';
import { TimeGrid } from './time-grid';
import { stepFrom, windowAround, zoomedBy } from './time-window';
import { TimelineBar } from './timeline-bar';
import { UndatedList } from './undated-list';
import { useLinks } from './use-links';
import { useRows } from './use-rows';
import { useTimeline } from './use-timeline';

interface Props extends KindViewProps {
  axis: Axis;
  /** What lanes stand for; none where each record has one. */
  lanes: Field | undefined;
  /** The relation that says what waits for what. */
  waits: Field | undefined;
}

/** Days that one press of an arrow goes. */
const keySteps = { day: 1, week: 1, month: 7, quarter: 7 };

/** The window on the bars, the way through time, and the records aside that have no dates. */
export function Timeline({ axis, lanes, waits, ...props }: Props) {
  const t = useWording('collections');
  const { collection, people, rights, view, change, locale } = props;
  const { zoom } = view;
  const today = todayIn(axis.timeZone);
  const at = view.at || today;
  const window = useMemo(() => windowAround(at, zoom), [at, zoom]);
  const timeline = useTimeline({ ...props, axis, window });
  const { read, none } = timeline;
  const rows = useRows({ records: read.records, axis, field: lanes, zoom, people });
  const looks = useCardLooks(props, axis.start);
  const focus = useKeptFocus();
  const hintId = useId();
  const area = useRef<HTMLDivElement>(null);
  const [aside, setAside] = useState(false);
  const locked = axis.start.locked || Boolean(axis.end?.locked);
  const titleOf: BarActs['titleOf'] = (record) => t.said(titleIn(record, looks));
  const { show, look } = timeline;
  const links = useLinks({
    ...props,
    ...{ waits, axis, titleOf, show, look },
    placed: rows.placed,
  });
  const acts: BarActs = {
    ...{ axis, window, today, locale, hintId, focus },
    keyStep: keySteps[zoom],
    dayWidth: () => (area.current?.clientWidth ?? 0) / window.days || 1,
    mayMove: (record) => rights.write && !locked && isMine(collection, record, 'change'),
    recordOf: (id) => read.records.find((record) => record.id === id),
    titleOf,
    links,
    tintOf: looks.tintOf,
    onOpen: props.onOpen,
    onWrite: (record, values) => values && timeline.write(record, values),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') links?.choose(null);
    const by = { '+': -1 as const, '=': -1 as const, '-': 1 as const }[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    change({ zoom: zoomedBy(zoom, by) }, 'replace');
  };
  if (read.error && read.records.length === 0) {
    return <LoadFailed error={read.error} onRetry={timeline.look} />;
  }
  return (
    <Dragging acts={acts} area={() => area.current}>
      <TimelineBar
        {...{ view, change, window, locale, none, aside }}
        onAside={() => setAside(!aside)}
        onGo={(by) => change({ at: stepFrom(at, zoom, by) }, 'replace')}
      />
      <p id={hintId} hidden>
        {t(
          'Shift and the arrows left and right move it, with Control its end alone, with Alt its beginning alone.',
        )}
      </p>
      {links?.awaited ? (
        <Choosing title={titleOf(links.awaited)} onCancel={() => links.choose(null)} />
      ) : null}
      {read.total !== null && read.total > read.records.length ? (
        <p role="status" className="text-sm text-warning-text">
          {t(
            'Showing {shown} of {total} records in these days. Zoom in or filter to see the others.',
            { shown: read.records.length, total: read.total },
          )}
        </p>
      ) : null}
      <div className="-mx-4 flex min-h-0 flex-1 max-sm:flex-col sm:-mx-6 lg:-mx-8">
        <TimeGrid
          {...{ acts, area, at, zoom, read, people, rows, lanes, onKeyDown }}
          name={collection.name}
        />
        {aside ? <UndatedList {...acts} {...{ at }} list={none} onMore={timeline.more} /> : null}
      </div>
    </Dragging>
  );
}
