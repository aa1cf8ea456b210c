import type { ReactNode } from 'react';
import { cn } from './cn';

export type StatusTone = 'neutral' | 'success' | 'warning' | 'danger' | 'info';

const dots: Record<StatusTone, string> = {
  neutral: 'bg-subtle',
  success: 'bg-success-mark',
  warning: 'bg-warning-mark',
  danger: 'bg-danger-mark',
  info: 'bg-info-mark',
};

/** A state in a word with a dot: quieter than a badge, for columns of tables. */
export function Status({ tone = 'neutral', children }: { tone?: StatusTone; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span
        aria-hidden
        className={cn('size-2 shrink-0 rounded-full forced-color-adjust-none', dots[tone])}
      />
      {children}
    </span>
  );
}
