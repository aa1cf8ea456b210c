'use client';

import { type KeyboardEvent, useState } from 'react';
import { late, useLate } from './late';
import { SelectFace } from './select-face';
import type { SelectOption } from './select-option';
import { typeAhead } from './type-ahead';
import { useWords } from './words';

export type SelectProps = {
  options: readonly SelectOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  placeholder?: string;
  id?: string;
  name?: string;
  disabled?: boolean;
  required?: boolean;
  className?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
};

const openers = new Set(['ArrowDown', 'ArrowUp', ' ']);

const panel = late(() => import('./select-panel'));

/**
 * One of a few known options, picked from a list or by its first letters. For long lists use
 * `Combobox`. Option values may not be empty.
 */
export function Select({ options, placeholder, className, id, ...props }: SelectProps) {
  const words = useWords();
  const { value, defaultValue, onValueChange, name, disabled, required, ...aria } = props;
  const [chosen, setChosen] = useState(defaultValue);
  const [wanted, setWanted] = useState(false);
  const [letters] = useState(() => typeAhead(() => performance.now()));
  const part = useLate(panel, wanted);
  const now = value ?? chosen;
  const choose = (next: string) => {
    setChosen(next);
    onValueChange?.(next);
  };
  const looks = { id, className, placeholder: placeholder ?? words.pick, ...aria };
  const label = options.find((option) => option.value === now)?.label;
  if (part) {
    const chosenBy = { value: now, onValueChange: choose, name, disabled, required };
    return <part.SelectPanel {...looks} {...chosenBy} options={options} label={label} />;
  }
  const beginByKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (openers.has(key) && !(key === ' ' && letters.isTyping())) {
      event.preventDefault();
      setWanted(true);
    } else if (key.length === 1) {
      event.preventDefault();
      const meant = letters.read(key, options, now);
      if (meant) choose(meant.value);
    }
  };
  return (
    <>
      <SelectFace
        role="combobox"
        aria-expanded={false}
        data-state="closed"
        data-placeholder={label === undefined ? '' : undefined}
        disabled={disabled}
        aria-required={required}
        onClick={() => setWanted(true)}
        onKeyDown={beginByKey}
        {...looks}
      >
        {label}
      </SelectFace>
      {name ? <input type="hidden" name={name} value={now ?? ''} disabled={disabled} /> : null}
    </>
  );
}
