import { cn } from './cn';

/** A place for what is loading, of its final size. Invisible for the first 200 ms. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn('block h-4 w-full animate-wait rounded-small bg-surface-active', className)}
    />
  );
}
