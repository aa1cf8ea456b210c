'use client';

import { useDraggable } from '@dnd-kit/core';
import { Ellipsis } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { cn } from '@/components/ui/cn';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordShape } from '../../records/shapes';
import type { KeptFocus } from '../view/use-kept-focus';
import { shifted } from './days';

export interface DayRecordActs {
  editable: boolean;
  today: string;
  titleOf: (record: RecordShape) => string;
  tintOf: (record: RecordShape) => string | undefined;
  focus: KeptFocus;
  onOpen: (record: RecordShape) => void;
  onMove: (record: RecordShape, day: string | null) => void;
}

interface Props extends DayRecordActs {
  record: RecordShape;
  /** The day it stands on; null without one. */
  day: string | null;
  /** Tells this place from others that show the same record. */
  place: string;
}

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** A record in a calendar: dragged to another day, or moved with Shift and arrows or by its menu. */
export function DayRecord({ record, day, place, ...acts }: Props) {
  const t = useWording('collections');
  const { editable, today, titleOf, tintOf, focus, onOpen, onMove } = acts;
  const drag = useDraggable({ id: `${place}:${record.id}`, data: { record }, disabled: !editable });
  const title = titleOf(record);
  const tint = tintOf(record);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey && day ? steps[event.key] : undefined;
    if (!editable || !step || !day) return;
    event.preventDefault();
    onMove(record, shifted(day, step));
  };
  const to = (label: string, target: string | null) => (
    <MenuItem key={label} onSelect={() => onMove(record, target)}>
      {label}
    </MenuItem>
  );
  return (
    <div
      ref={drag.setNodeRef}
      {...drag.listeners}
      className={cn(
        'group/record flex min-w-0 items-center overflow-hidden rounded-small bg-surface-selected pr-0.5 text-sm',
        editable && 'touch-manipulation',
        drag.isDragging && 'opacity-40',
      )}
    >
      {tint ? <span data-color={tint} className="tint w-1 self-stretch" /> : null}
      <button
        type="button"
        ref={(element) => {
          if (place === 'day') focus.shown(record.id, element);
        }}
        onBlur={() => focus.left()}
        aria-keyshortcuts={editable && day ? t('Shift+ArrowLeft Shift+ArrowRight') : undefined}
        title={title}
        onClick={() => onOpen(record)}
        onKeyDown={onKeyDown}
        className="min-w-0 flex-1 truncate px-1.5 py-0.5 text-left hover:underline"
      >
        {title}
      </button>
      {editable ? (
        <DropdownMenu
          trigger={
            <IconButton
              icon={Ellipsis}
              size="small"
              tooltip={false}
              label={t('Move {title}', { title })}
              className="-my-1 h-5 w-0 overflow-hidden border-0 opacity-0 focus-visible:w-5 focus-visible:opacity-100 group-hover/record:w-5 group-hover/record:opacity-100 data-[state=open]:w-5 data-[state=open]:opacity-100 pointer-coarse:w-6 pointer-coarse:opacity-100"
            />
          }
        >
          <MenuLabel>{t('Move')}</MenuLabel>
          {day !== today ? to(t('To today'), today) : null}
          {day
            ? [
                to(t('A day earlier'), shifted(day, -1)),
                to(t('A day later'), shifted(day, 1)),
                to(t('A week earlier'), shifted(day, -7)),
                to(t('A week later'), shifted(day, 7)),
                <MenuSeparator key="line" />,
                to(t('Without a day'), null),
              ]
            : null}
        </DropdownMenu>
      ) : null}
    </div>
  );
}
