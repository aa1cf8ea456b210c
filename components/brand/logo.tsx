import { cn } from '@/components/ui/cn';

export type LogoProps = {
  /** The name people know, used for the monogram and for screen readers. */
  name: string;
  src?: string;
  size?: 'small' | 'medium' | 'large';
  /** Set where the name stands beside it in words. */
  decorative?: boolean;
  className?: string;
};

const boxes = {
  small: 'size-6 text-xs',
  medium: 'size-8 text-sm',
  large: 'size-12 text-xl',
};
const heights = {
  small: 'h-6 max-w-28',
  medium: 'h-8 max-w-36',
  large: 'h-12 max-w-56',
};

/** The tenant's picture at its own proportions, or a monogram in its colour. */
export function Logo({ name, src, size = 'medium', decorative = false, className }: LogoProps) {
  if (src) {
    return (
      // biome-ignore lint/performance/noImgElement: the optimizer is off, tenants must not share its cache
      <img
        src={src}
        alt={decorative ? '' : name}
        className={cn('w-auto shrink-0 object-contain object-left', heights[size], className)}
      />
    );
  }
  return (
    <span
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
      className={cn(
        'inline-grid shrink-0 select-none place-items-center rounded-control bg-primary font-semibold text-primary-foreground tracking-tight',
        boxes[size],
        className,
      )}
    >
      {[...name.trim().toUpperCase()][0]}
    </span>
  );
}
