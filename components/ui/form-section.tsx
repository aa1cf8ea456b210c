import type { ReactNode } from 'react';
import { cn } from './cn';

export type FormSectionProps = {
  title: ReactNode;
  /** Why this exists, in a sentence. */
  description?: ReactNode;
  /** The zone of dangerous acts. */
  danger?: boolean;
  children: ReactNode;
};

/** Title and why at the left, controls at the right. Sections draw their own line above. */
export function FormSection({ title, description, danger = false, children }: FormSectionProps) {
  return (
    <section
      className={cn(
        'grid gap-x-10 gap-y-4 md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]',
        danger
          ? 'rounded-panel border border-danger-mark/50 p-5'
          : 'border-line border-t pt-6 first:border-t-0 first:pt-0',
      )}
    >
      <div>
        <h2 className={cn('font-semibold', danger && 'text-danger-text')}>{title}</h2>
        {description ? <p className="mt-1 text-pretty text-muted text-sm">{description}</p> : null}
      </div>
      <div className="flex min-w-0 max-w-xl flex-col gap-5">{children}</div>
    </section>
  );
}
