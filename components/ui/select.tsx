'use client';

import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { cn } from './cn';
import { controlClasses } from './control-classes';
import { floatingClasses, optionClasses } from './floating';
import { useWords } from './words';

export type SelectOption = {
  value: string;
  label: string;
  description?: string;
  icon?: ReactNode;
  disabled?: boolean;
};

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

/** One of a few known options. For long lists use `Combobox`. Option values may not be empty. */
export function Select({ options, placeholder, className, id, ...props }: SelectProps) {
  const words = useWords();
  const { value, defaultValue, onValueChange, name, disabled, required, ...aria } = props;
  const [chosen, setChosen] = useState(defaultValue);
  const now = value ?? chosen;
  const choose = (next: string) => {
    setChosen(next);
    onValueChange?.(next);
  };
  return (
    <Radix.Root value={now ?? ''} onValueChange={choose} {...{ name, disabled, required }}>
      <Radix.Trigger
        id={id}
        className={cn(
          controlClasses,
          'flex h-control items-center justify-between gap-2 px-2.5 text-left data-[placeholder]:text-subtle',
          className,
        )}
        {...aria}
      >
        <span className="min-w-0 truncate">
          {/* Radix would know the label only once its hidden list was drawn, after hydration. */}
          <Radix.Value placeholder={placeholder ?? words.pick}>
            {options.find((option) => option.value === now)?.label}
          </Radix.Value>
        </span>
        <Radix.Icon asChild>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            floatingClasses,
            'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) max-w-96',
          )}
        >
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <SelectItem key={option.value} option={option} />
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function SelectItem({ option }: { option: SelectOption }) {
  return (
    <Radix.Item
      value={option.value}
      disabled={option.disabled}
      className={cn(optionClasses, 'pr-8')}
    >
      {option.icon}
      <span className="min-w-0">
        <Radix.ItemText>{option.label}</Radix.ItemText>
        {option.description ? (
          <span className="block text-muted text-sm">{option.description}</span>
        ) : null}
      </span>
      <Radix.ItemIndicator className="absolute right-2">
        <Check aria-hidden className="size-4 text-mark" />
      </Radix.ItemIndicator>
    </Radix.Item>
  );
}
