import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

export type CardProps = Omit<ComponentProps<'section'>, 'title'> & {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
};

/** A frame around one thing. Tables and forms sit on the page without it. */
export function Card({
  title,
  description,
  actions,
  footer,
  className,
  children,
  ...rest
}: CardProps) {
  return (
    <section
      className={cn(
        'flex min-w-0 flex-col rounded-panel border border-line bg-surface-raised',
        className,
      )}
      {...rest}
    >
      {title ? (
        <div className="flex flex-wrap items-start justify-between gap-2 px-4 pt-3.5">
          <div className="min-w-0">
            <h3 className="font-semibold">{title}</h3>
            {description ? <p className="text-measure text-muted text-sm">{description}</p> : null}
          </div>
          {actions}
        </div>
      ) : null}
      <div className="min-w-0 flex-1 p-4">{children}</div>
      {footer ? (
        <div className="border-line border-t px-4 py-2.5 text-muted text-sm">{footer}</div>
      ) : null}
    </section>
  );
}
