import { cn } from './cn';

export type ProgressProps = {
  /** 0 to `max`; leave out while the end is unknown. */
  value?: number;
  max?: number;
  label: string;
  tone?: 'brand' | 'warning' | 'danger';
  className?: string;
};

const tones = { brand: 'bg-mark', warning: 'bg-warning-mark', danger: 'bg-danger-mark' };

export function Progress({ value, max = 100, label, tone = 'brand', className }: ProgressProps) {
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, value / (max || 1)));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className={cn('h-1.5 weak:w-full overflow-hidden rounded-full bg-surface-active', className)}
    >
      <div
        className={cn(
          'h-full rounded-full transition-[width]',
          tones[tone],
          share === undefined && 'w-1/3 animate-wait',
        )}
        style={share === undefined ? undefined : { width: `${share * 100}%` }}
      />
    </div>
  );
}
