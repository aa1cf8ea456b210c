import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type BannerTone = 'info' | 'success' | 'warning' | 'danger';
export type BannerProps = {
  tone?: BannerTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** `bar` spans the window above the shell; `box` sits in a page. */
  looks?: 'box' | 'bar';
};

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };
const tones = {
  info: 'bg-info-soft text-info-text',
  success: 'bg-success-soft text-success-text',
  warning: 'bg-warning-soft text-warning-text',
  danger: 'bg-danger-soft text-danger-text',
};

export function Banner({ tone = 'info', title, children, action, looks = 'box' }: BannerProps) {
  const Icon = icons[tone];
  return (
    <div
      role={tone === 'danger' || tone === 'warning' ? 'alert' : 'status'}
      className={cn(
        'flex flex-wrap items-center gap-x-3 gap-y-2 px-4',
        tones[tone],
        looks === 'box' ? 'rounded-panel py-2.5' : 'justify-center py-1.5',
      )}
    >
      <div className={cn('flex min-w-0 gap-2.5', looks === 'box' && 'flex-1 basis-64')}>
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <div className="min-w-0">
          {title ? <p className="font-medium">{title}</p> : null}
          {children ? <div className="text-measure text-ink">{children}</div> : null}
        </div>
      </div>
      {action}
    </div>
  );
}
