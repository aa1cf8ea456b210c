import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type StateFrameProps = {
  icon: LucideIcon;
  title: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  detail?: ReactNode;
  tone?: 'neutral' | 'danger' | 'warning';
  className?: string;
};

const tones = {
  neutral: 'bg-surface-active text-muted',
  danger: 'bg-danger-soft text-danger-text',
  warning: 'bg-warning-soft text-warning-text',
};

/** The common shape of empty, error and refused states. */
export function StateFrame({ icon: Icon, tone = 'neutral', ...props }: StateFrameProps) {
  return (
    <div
      className={cn(
        'mx-auto flex max-w-md flex-col items-center gap-1 px-4 py-12 text-center',
        props.className,
      )}
    >
      <span className={cn('mb-3 grid size-9 place-items-center rounded-panel', tones[tone])}>
        <Icon aria-hidden className="size-4.5" />
      </span>
      <h2 className="text-balance font-semibold">{props.title}</h2>
      {props.description ? (
        <p className="text-measure text-balance text-muted">{props.description}</p>
      ) : null}
      {props.action ? (
        <div className="mt-4 flex flex-wrap justify-center gap-2">{props.action}</div>
      ) : null}
      {props.detail ? <div className="mt-4 text-subtle text-xs">{props.detail}</div> : null}
    </div>
  );
}
