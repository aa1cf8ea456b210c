'use client';

import { Check } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { floatingClasses, optionClasses } from './floating';
import { SelectFace } from './select-face';
import type { SelectOption } from './select-option';

type Props = Omit<ComponentProps<typeof SelectFace>, 'value'> & {
  options: readonly SelectOption[];
  value: string | undefined;
  /** Of the chosen option. */
  label: string | undefined;
  onValueChange: (value: string) => void;
  required?: boolean | undefined;
};

/** A select with its list; open from the start, as it comes when it is first opened. */
export function SelectPanel({ options, value, label, ...props }: Props) {
  const { onValueChange, name, disabled, required, ...looks } = props;
  return (
    <Radix.Root
      defaultOpen
      value={value ?? ''}
      onValueChange={onValueChange}
      {...(name !== undefined && { name })}
      {...(disabled !== undefined && { disabled })}
      {...(required !== undefined && { required })}
    >
      <Radix.Trigger asChild>
        <SelectFace {...looks}>
          {/* Radix would know the label only once its hidden list was drawn, after hydration. */}
          <Radix.Value placeholder={looks.placeholder}>{label}</Radix.Value>
        </SelectFace>
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
