'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { cn } from './cn';
import { optionClasses } from './floating';
import type { SelectOption } from './select-option';
import { useWords } from './words';

export type ComboboxListProps = {
  options: readonly SelectOption[];
  onPick: (value: string) => void;
  onSearch?: (text: string) => void;
  pending?: boolean;
  /** What the person has typed already. */
  initialText?: string;
  /** What stands at the end of an option: a tick. */
  mark?: (option: SelectOption) => ReactNode;
};

/** The list itself, with the library that finds in it. */
export function ComboboxOptions(props: ComboboxListProps) {
  const { options, onPick, onSearch, pending, initialText = '', mark } = props;
  const words = useWords();
  const [text, setText] = useState(initialText);
  return (
    <Command shouldFilter={!onSearch} label={words.search} loop>
      <div className="flex h-9 items-center gap-2 border-line border-b px-2.5">
        <Search aria-hidden className="size-4 shrink-0 text-subtle" />
        <Command.Input
          autoFocus
          placeholder={words.search}
          value={text}
          onValueChange={(next) => {
            setText(next);
            onSearch?.(next);
          }}
          className="h-full w-full bg-transparent outline-none"
        />
      </div>
      <Command.List className="scroll-quiet max-h-72 overflow-y-auto p-1">
        <Command.Empty className="px-2 py-6 text-center text-muted text-sm">
          {pending ? words.loading : words.noMatch}
        </Command.Empty>
        {options.map((option) => (
          <Command.Item
            key={option.value}
            value={option.value}
            keywords={[option.label, option.description ?? '']}
            disabled={option.disabled}
            onSelect={() => onPick(option.value)}
            className={cn(optionClasses)}
          >
            {option.icon}
            <span className="min-w-0">
              <span className="block truncate">{option.label}</span>
              {option.description ? (
                <span className="block truncate text-muted text-sm">{option.description}</span>
              ) : null}
            </span>
            {mark?.(option)}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
