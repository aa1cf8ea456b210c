'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { controlClasses } from '@/components/ui/control-classes';
import { Popover } from '@/components/ui/popover';
import { LinkChip } from './link-chip';
import { useLinkNames } from './link-names';
import { RelationPicker } from './relation-picker';
import type { FieldInputProps } from './type-ui';

/** The records that a relation leads to, found by searching. */
export function RelationInput(props: FieldInputProps) {
  const { field, people: _, value, disabled, onChange, onKeep, ...rest } = props;
  const [open, setOpen] = useState(false);
  const names = useLinkNames();
  const chosen = Array.isArray(value) ? value : [];
  const many = field.options.many ?? false;
  const put = (ids: string[]) => {
    const kept = ids.length > 0 ? ids : null;
    onChange(kept);
    onKeep(kept);
    if (!many) setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={field.name}
      className="w-80 p-0"
      trigger={
        <button
          type="button"
          disabled={disabled}
          {...rest}
          className={cn(
            controlClasses,
            'flex h-auto min-h-control items-center justify-between gap-2 px-2.5 py-1 text-left',
          )}
        >
          <span className="flex min-w-0 flex-wrap gap-1">
            {chosen.map((id) => (
              <LinkChip key={id} name={names.get(id)} />
            ))}
            {chosen.length === 0 ? <span className="text-subtle">Choose a record</span> : null}
          </span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      <RelationPicker
        targetId={field.options.targetId ?? ''}
        chosen={chosen}
        many={many}
        onChange={put}
      />
    </Popover>
  );
}
