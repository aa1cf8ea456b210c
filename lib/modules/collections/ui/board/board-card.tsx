'use client';

import { useDraggable } from '@dnd-kit/core';
import { Ellipsis } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { cn } from '@/components/ui/cn';
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordShape } from '../../records/shapes';
import type { KeptFocus } from '../view/use-kept-focus';
import type { Lane } from './lanes';
import { type CardLooks, RecordCard, titleOf } from './record-card';

interface Props {
  record: RecordShape;
  lane: Lane;
  lanes: readonly Lane[];
  looks: CardLooks;
  editable: boolean;
  nameOf: (lane: Lane) => string;
  focus: KeptFocus;
  onOpen: (record: RecordShape) => void;
  onMove: (record: RecordShape, to: Lane) => void;
}

/** A card that is dragged to another lane, or moved there with Shift and an arrow, or by its menu. */
export function BoardCard(props: Props) {
  const t = useWording('collections');
  const { record, lane, lanes, looks, editable, nameOf, focus, onOpen, onMove } = props;
  const drag = useDraggable({ id: record.id, disabled: !editable });
  const title = t.said(titleOf(record, looks));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      focusBeside(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    const step = event.shiftKey ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : undefined;
    const to = lanes[lanes.findIndex(({ id }) => id === lane.id) + (step ?? 0)];
    if (!editable || !step || !to) return;
    event.preventDefault();
    onMove(record, to);
  };
  return (
    <div
      ref={drag.setNodeRef}
      {...drag.listeners}
      className={cn(editable && 'touch-manipulation', drag.isDragging && 'opacity-40')}
    >
      <RecordCard
        {...looks}
        record={record}
        title={
          <button
            type="button"
            data-card={record.id}
            ref={(element) => focus.shown(record.id, element)}
            onBlur={() => focus.left()}
            aria-keyshortcuts={editable ? t('Shift+ArrowLeft Shift+ArrowRight') : undefined}
            onClick={() => onOpen(record)}
            onKeyDown={onKeyDown}
            className="line-clamp-2 text-left font-medium hover:underline"
          >
            {title}
          </button>
        }
        menu={
          editable ? (
            <DropdownMenu
              trigger={
                <IconButton
                  icon={Ellipsis}
                  size="small"
                  tooltip={false}
                  label={t('Move {title}', { title })}
                  className="-mt-1 -mr-1.5 opacity-0 focus-visible:opacity-100 group-hover/card:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100"
                />
              }
            >
              <MenuLabel>{t('Move to')}</MenuLabel>
              {lanes.map((to) => (
                <MenuItem
                  key={to.id}
                  disabled={to.id === lane.id}
                  onSelect={() => onMove(record, to)}
                >
                  {nameOf(to)}
                </MenuItem>
              ))}
            </DropdownMenu>
          ) : null
        }
      />
    </div>
  );
}

function focusBeside(card: HTMLElement, by: 1 | -1) {
  const cards = [
    ...(card.closest('[data-lane]')?.querySelectorAll<HTMLElement>('[data-card]') ?? []),
  ];
  cards[cards.indexOf(card) + by]?.focus();
}
