'use client';

import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type Segment = { value: string; label: ReactNode; 'aria-label'?: string };
export type SegmentedControlProps = {
  segments: readonly Segment[];
  value: string;
  onValueChange: (value: string) => void;
  label: string;
  className?: string;
};

/** One of two to five ways to see the same thing. */
export function SegmentedControl(props: SegmentedControlProps) {
  const { segments, value, onValueChange, label, className } = props;
  return (
    <ToggleGroup.Root
      type="single"
      value={value}
      aria-label={label}
      onValueChange={(next) => {
        if (next) onValueChange(next);
      }}
      className={cn(
        'inline-flex h-control w-fit max-w-full items-center gap-0.5 rounded-control bg-surface-active p-0.5',
        className,
      )}
    >
      {segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          aria-label={segment['aria-label']}
          className="inline-flex h-full items-center gap-1.5 rounded-small px-2.5 text-muted text-sm transition-colors hover:text-ink data-[state=on]:bg-surface-raised data-[state=on]:font-medium data-[state=on]:text-ink data-[state=on]:shadow-raised [&_svg]:size-4"
        >
          {segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
