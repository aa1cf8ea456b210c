'use client';

import { useState } from 'react';
import { Popover } from '@/components/ui/popover';
import { useWording } from '@/lib/language/wording-provider';
import { LinkChip } from './link-chip';
import { useLinkNames } from './link-names';
import { PickTrigger } from './pick-trigger';
import { RelationPicker } from './relation-picker';
import type { FieldInputProps } from './type-ui';

/** The records that a relation leads to, found by searching. */
export function RelationInput(props: FieldInputProps) {
  const t = useWording('collections');
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
        <PickTrigger
          disabled={disabled}
          {...rest}
          empty={chosen.length === 0 ? t('Choose a record') : undefined}
        >
          {chosen.map((id) => (
            <LinkChip key={id} name={names.get(id)} />
          ))}
        </PickTrigger>
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
