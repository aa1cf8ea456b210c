'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { ComboboxList, comboboxOptions } from './combobox-list';
import { useLate } from './late';
import { Popover } from './popover';
import { SelectFace } from './select-face';
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
        <SelectFace
          role="combobox"
          aria-expanded={open}
          aria-haspopup="listbox"
          data-placeholder={chosen ? undefined : ''}
          id={props.id}
          disabled={props.disabled}
          aria-label={props['aria-label']}
          aria-describedby={props['aria-describedby']}
          aria-invalid={props['aria-invalid']}
          className={props.className}
          placeholder={placeholder ?? words.pick}
        >
          {chosen?.label}
        </SelectFace>
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
