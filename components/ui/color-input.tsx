'use client';

import type { ComponentProps } from 'react';
import { cn } from './cn';
import { Input } from './input';

export type ColorInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & {
  /** `#rrggbb`, or whatever the person has typed so far. */
  value: string;
  onValueChange: (value: string) => void;
  /** Colours to choose with one click. */
  swatches?: readonly { value: string; label: string }[];
};

const hex = /^#[0-9a-f]{6}$/i;

/** A colour: picked from the system's picker, typed, or taken from swatches. */
export function ColorInput({
  value,
  onValueChange,
  swatches,
  className,
  ...rest
}: ColorInputProps) {
  const shown = hex.test(value) ? value : '#888888';
  return (
    <div className={cn('flex flex-wrap items-center gap-2', className)}>
      <Input
        className="w-36 font-mono"
        spellCheck={false}
        autoComplete="off"
        maxLength={7}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        before={
          <input
            type="color"
            tabIndex={-1}
            aria-hidden
            value={shown}
            onChange={(event) => onValueChange(event.target.value)}
            className="size-5 cursor-pointer appearance-none overflow-hidden rounded-small border border-line bg-transparent [&::-moz-color-swatch]:border-0 [&::-webkit-color-swatch-wrapper]:p-0 [&::-webkit-color-swatch]:border-0"
          />
        }
        {...rest}
      />
      {swatches?.map((swatch) => (
        <button
          key={swatch.value}
          type="button"
          aria-label={swatch.label}
          aria-pressed={swatch.value === value}
          title={swatch.label}
          onClick={() => onValueChange(swatch.value)}
          style={{ background: swatch.value }}
          className="size-6 rounded-full border border-line forced-color-adjust-none ring-mark ring-offset-2 ring-offset-surface aria-pressed:ring-2"
        />
      ))}
    </div>
  );
}
