import { cn } from './cn';

/** A place for what is loading, of its final size. Invisible for the first 200 ms. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        'block weak:h-4 weak:w-full animate-wait weak:rounded-small bg-surface-active',
        className,
      )}
    />
  );
}
