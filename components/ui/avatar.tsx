'use client';

import { Avatar as Radix } from 'radix-ui';
import { cn } from './cn';
import { initialsOf } from './initials';

export type AvatarProps = {
  name: string;
  src?: string;
  size?: 'small' | 'medium' | 'large';
  className?: string;
};

const sizes = {
  small: 'size-5 text-[0.5625rem]',
  medium: 'size-7 text-xs',
  large: 'size-12 text-lg',
};

/** A person's picture, or their initials. Always stands beside the name, so it is hidden from readers. */
export function Avatar({ name, src, size = 'medium', className }: AvatarProps) {
  return (
    <Radix.Root
      aria-hidden
      className={cn(
        'inline-grid shrink-0 select-none place-items-center overflow-hidden rounded-full bg-surface-active font-medium text-muted',
        sizes[size],
        className,
      )}
    >
      {src ? <Radix.Image src={src} alt="" className="size-full object-cover" /> : null}
      <Radix.Fallback>{initialsOf(name)}</Radix.Fallback>
    </Radix.Root>
  );
}
