'use client';

import { Check, ChevronDown } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { ComboboxList } from '@/components/ui/combobox-list';
import { controlClasses } from '@/components/ui/control-classes';
import { Popover } from '@/components/ui/popover';
import { ChoiceBadge } from '../grid/choice-badge';
import { optionChoices } from './choices';
import type { FieldInputProps } from './type-ui';

/** Several of the field's options. */
export function MultiPick(props: FieldInputProps) {
  const { field, people, value, disabled, onChange, onKeep, ...rest } = props;
  const options = optionChoices(field, people);
  const chosen = Array.isArray(value) ? value : [];
  const flip = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    const kept = next.length > 0 ? next : null;
    onChange(kept);
    onKeep(kept);
  };
  return (
    <Popover
      label={field.name}
      className="w-72 p-0"
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
            {options
              .filter((option) => chosen.includes(option.value))
              .map(({ value: id, label, tone }) => (
                <ChoiceBadge key={id} name={label} color={tone} />
              ))}
            {chosen.length === 0 ? <span className="text-subtle">Choose</span> : null}
          </span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      <ComboboxList
        options={options.map(({ value: id, label }) => ({ value: id, label }))}
        onPick={flip}
        mark={(option) =>
          chosen.includes(option.value) ? <Check aria-hidden className="ml-auto text-mark" /> : null
        }
      />
    </Popover>
  );
}
