'use client';

import { Search, X } from 'lucide-react';
import { type ComponentProps, useRef } from 'react';
import { cn } from './cn';
import { Input } from './input';
import { useWords } from './words';

export type SearchInputProps = Omit<ComponentProps<'input'>, 'onChange' | 'type' | 'value'> & {
  value: string;
  onValueChange: (value: string) => void;
};

export function SearchInput({ value, onValueChange, className, ...rest }: SearchInputProps) {
  const words = useWords();
  const frame = useRef<HTMLInputElement>(null);
  const clear = () => {
    onValueChange('');
    frame.current?.focus();
  };
  return (
    <Input
      ref={frame}
      role="searchbox"
      inputMode="search"
      enterKeyHint="search"
      aria-label={words.search}
      placeholder={words.search}
      value={value}
      onChange={(event) => onValueChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value) clear();
      }}
      before={<Search aria-hidden />}
      after={
        <button
          type="button"
          aria-label={words.clear}
          onClick={clear}
          className={cn('rounded-small p-1 hover:text-ink', !value && 'invisible')}
        >
          <X aria-hidden />
        </button>
      }
      className={cn('weak:max-w-64', className)}
      {...rest}
    />
  );
}
