'use client';

import { TriangleAlert } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { cn } from '@/components/ui/cn';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordShape } from '../../records/shapes';
import type { KeptFocus } from '../view/use-kept-focus';
import { BarGrips } from './bar-grips';
import { BarMenu } from './bar-menu';
import { shortDays } from './day-words';
import { LinkGrip } from './link-grip';
import type { Placed } from './rows';
import { type Axis, movedBy, placedOn, type Side, type Values, withoutDays } from './spans';
import { placeIn, type TimeWindow } from './time-window';
import { useBarDrag } from './use-bar-drag';
import type { BarLinks } from './use-links';

export interface BarActs {
  axis: Axis;
  window: TimeWindow;
  today: string;
  locale: string;
  /** Days that one press of an arrow goes. */
  keyStep: number;
  /** Id of the words that say which keys move a bar. */
  hintId: string;
  focus: KeptFocus;
  /** Null where the view does not say what waits for what. */
  links: BarLinks | null;
  /** A record in sight. */
  recordOf: (id: string | undefined) => RecordShape | undefined;
  dayWidth: () => number;
  mayMove: (record: RecordShape) => boolean;
  titleOf: (record: RecordShape) => string;
  tintOf: (record: RecordShape) => string | undefined;
  onOpen: (record: RecordShape) => void;
  onWrite: (record: RecordShape, values: Values | null) => void;
}

interface Props extends BarActs, Placed {
  /** Whether its row says the title already: the bar says its days then. */
  named: boolean;
}

/** A record on its days: dragged as a whole or by its ends, moved with Shift and arrows, or by its menu. */
export function RecordBar({ record, span, named, ...acts }: Props) {
  const t = useWording('collections');
  const { axis, window, focus, links, onWrite } = acts;
  const editable = acts.mayMove(record);
  const linked = links?.mayLink ?? false;
  const drag = useBarDrag({ record, axis, editable, linked, dayWidth: acts.dayWidth });
  const shown = drag.shown ?? span;
  const { left, width, cutStart, cutEnd } = placeIn(window, shown.first, shown.last);
  const title = acts.titleOf(record);
  const tint = acts.tintOf(record);
  const days = shortDays(shown, acts.locale);
  const awaited = links?.awaitedBy(record) ?? [];
  const early = links?.isEarly(record) ?? false;
  const words = [
    title,
    days,
    ...(span.reversed ? [t('Ends before it begins')] : []),
    ...(awaited.length > 0
      ? [t('waits for {names}', { names: awaited.map(({ name }) => name).join(', ') })]
      : []),
    ...(early ? [t('begins before that has ended')] : []),
  ].join(', ');
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!event.shiftKey || !way || !editable) return focusBeside(event);
    event.preventDefault();
    focus.follow(record.id);
    onWrite(record, movedBy(record, axis, sideOf(event), way * acts.keyStep));
  };
  return (
    <div
      className={cn(
        'group/bar absolute inset-y-1 flex min-w-2 focus-within:z-10 hover:z-10',
        drag.dragging && 'z-20',
      )}
      style={{ left: `${left}%`, width: `${width}%` }}
    >
      <div
        ref={drag.both.setNodeRef}
        {...drag.both.listeners}
        data-color={tint}
        className={cn(
          'flex min-w-0 flex-1 items-center overflow-clip border text-sm forced-colors:border-current',
          tint ? 'choice border-transparent' : 'border-line-strong bg-surface-selected text-ink',
          !cutStart && 'rounded-l-small',
          !cutEnd && 'rounded-r-small',
          editable && 'cursor-grab touch-manipulation',
          links?.awaited &&
            links.awaited.id !== record.id &&
            'cursor-crosshair outline-2 outline-mark outline-dashed',
          drag.dragging && 'cursor-grabbing shadow-overlay',
        )}
      >
        {tint ? <span data-color={tint} className="tint w-1 shrink-0 self-stretch" /> : null}
        <button
          type="button"
          data-bar={record.id}
          ref={(element) => focus.shown(record.id, element)}
          onBlur={() => focus.left()}
          aria-describedby={editable ? acts.hintId : undefined}
          aria-label={words}
          title={words}
          onClick={() => (links?.awaited ? links.link(links.awaited, record) : acts.onOpen(record))}
          onKeyDown={onKeyDown}
          className="flex min-w-0 flex-1 cursor-[inherit] items-center self-stretch px-1.5 text-left"
        >
          {/* Stays in sight as far as its bar does. */}
          <span className="sticky left-30 flex min-w-0 items-center gap-1 sm:left-58">
            {span.reversed || early ? (
              <TriangleAlert aria-hidden className="size-3.5 shrink-0 text-warning-text" />
            ) : null}
            <span className="truncate tabular-nums">{named || drag.dragging ? days : title}</span>
          </span>
        </button>
      </div>
      {editable && axis.end ? <BarGrips {...{ drag, cutStart, cutEnd }} /> : null}
      {linked ? <LinkGrip drag={drag.link} inside={left + width > 92} /> : null}
      {editable || linked ? (
        <BarMenu
          {...{ record, title, links, editable }}
          onWrite={(values) => onWrite(record, values)}
          ends={axis.end !== null}
          inside={left + width > 92}
          onMove={(side, by) => onWrite(record, movedBy(record, axis, side, by))}
          onToday={() => onWrite(record, placedOn(record, axis, acts.today))}
          onClear={() => onWrite(record, withoutDays(axis))}
        />
      ) : null}
    </div>
  );
}

const sideOf = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): Side =>
  ctrlKey || metaKey ? 'end' : altKey ? 'start' : 'both';

/** Gives the focus to the bar before or after, by the arrows up and down. */
function focusBeside(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const all = event.currentTarget
    .closest('[data-bars]')
    ?.querySelectorAll<HTMLElement>('[data-bar]');
  const bars = [...(all ?? [])];
  bars[bars.indexOf(event.currentTarget) + by]?.focus();
}
