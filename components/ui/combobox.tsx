'use client';

import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { cn } from './cn';
import { ComboboxList, comboboxOptions } from './combobox-list';
import { controlClasses } from './control-classes';
import { useLate } from './late';
import { Popover } from './popover';
import type { SelectOption } from './select-option';
import { useWords } from './words';

export type ComboboxProps = {
  options: readonly SelectOption[];
  value?: string;
  onValueChange: (value: string | undefined) => void;
  /** Asks the server as the person types; `options` then holds its answer. */
  onSearch?: (text: string) => void;
  pending?: boolean;
  placeholder?: string;
  /** Allows choosing the chosen one again to clear it. */
  clearable?: boolean;
  id?: string;
  disabled?: boolean;
  className?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
};

/** One of many options, found by typing. */
export function Combobox(props: ComboboxProps) {
  const { options, value, onValueChange, onSearch, pending, placeholder, clearable } = props;
  const words = useWords();
  const [open, setOpen] = useState(false);
  useLate(comboboxOptions, false);
  const chosen = options.find((option) => option.value === value);
  const pick = (next: string) => {
    onValueChange(clearable && next === value ? undefined : next);
    setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      className="w-(--radix-popover-trigger-width) min-w-56 overflow-hidden p-0"
      trigger={
        <button
          type="button"
          role="combobox"
          aria-expanded={open}
          aria-haspopup="listbox"
          id={props.id}
          disabled={props.disabled}
          aria-label={props['aria-label']}
          aria-describedby={props['aria-describedby']}
          aria-invalid={props['aria-invalid']}
          className={cn(
            controlClasses,
            'flex h-control items-center justify-between gap-2 px-2.5 text-left',
            props.className,
          )}
        >
          <span className={cn('min-w-0 truncate', !chosen && 'text-subtle')}>
            {chosen?.label ?? placeholder ?? words.pick}
          </span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      <ComboboxList
        options={options}
        onPick={pick}
        onSearch={onSearch}
        pending={pending}
        mark={(option) =>
          option.value === value ? <Check aria-hidden className="ml-auto text-mark" /> : null
        }
      />
    </Popover>
  );
}
