import type { ReactNode } from 'react';

export type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
  breadcrumb?: ReactNode;
  /** Beside the title: a badge or a count. */
  note?: ReactNode;
};

export function PageHeader({ title, description, actions, breadcrumb, note }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-64">
        {breadcrumb ? (
          <div className="mb-1" data-print="hide">
            {breadcrumb}
          </div>
        ) : null}
        <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
          <h1 className="min-w-0 text-balance font-semibold text-xl tracking-tight">{title}</h1>
          {note}
        </div>
        {description ? <p className="mt-0.5 text-measure text-muted">{description}</p> : null}
      </div>
      {actions ? (
        <div className="flex flex-wrap items-center gap-2" data-print="hide">
          {actions}
        </div>
      ) : null}
    </header>
  );
}
