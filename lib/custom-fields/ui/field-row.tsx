'use client';

import { Archive, GripVertical, MoreHorizontal, Pencil } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { useWording } from '@/lib/language/wording-provider';
import type { CustomField } from '../shapes';
import type { FieldActs } from './acts';
import { ArchiveField } from './archive-field';
import { type ReachChoices, typeWords } from './words';

interface Props {
  field: CustomField;
  reaches: ReachChoices;
  dragged: boolean;
  handle: ComponentProps<'button'>;
  acts: FieldActs;
  onChange: () => void;
}

export function FieldRow({ field, reaches, dragged, handle, acts, onChange }: Props) {
  const t = useWording('customFields');
  const [archiving, setArchiving] = useState(false);
  const { name, type, required } = field;
  const said = (side: keyof ReachChoices, reach: string) =>
    reaches[side].find(({ value }) => value === reach)?.label ?? '';
  return (
    <li
      className={cn(
        'flex items-center gap-2 bg-surface-raised px-2 py-2.5 first:rounded-t-panel last:rounded-b-panel',
        dragged && 'relative z-10 shadow-raised',
      )}
    >
      <IconButton
        {...handle}
        icon={GripVertical}
        size="small"
        tooltip={false}
        label={t('Move {name}', { name })}
        aria-keyshortcuts="ArrowUp ArrowDown"
        className="shrink-0 cursor-grab touch-none active:cursor-grabbing"
      />
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="truncate font-medium">{name}</span>
          <span className="text-muted text-sm">{t(typeWords[type])}</span>
          {required ? <Badge tone="outline">{t('Required')}</Badge> : null}
        </p>
        <p className="text-muted text-sm">
          <span className="block sm:inline">
            {t('Seen by: {who}', { who: said('see', field.seenBy) })}
          </span>
          <span aria-hidden className="hidden sm:inline">
            {' · '}
          </span>
          <span className="block sm:inline">
            {t('Changed by: {who}', { who: said('change', field.changedBy) })}
          </span>
        </p>
      </div>
      <DropdownMenu
        trigger={
          <IconButton
            icon={MoreHorizontal}
            size="small"
            tooltip={false}
            label={t('Actions for {name}', { name })}
          />
        }
      >
        <MenuItem icon={<Pencil aria-hidden />} onSelect={onChange}>
          {t('Change field')}
        </MenuItem>
        <MenuItem icon={<Archive aria-hidden />} onSelect={() => setArchiving(true)}>
          {t('Archive field')}
        </MenuItem>
      </DropdownMenu>
      {archiving ? (
        <ArchiveField field={field} act={acts.archive} onClose={() => setArchiving(false)} />
      ) : null}
    </li>
  );
}
