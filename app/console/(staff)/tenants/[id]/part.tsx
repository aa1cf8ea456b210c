import type { ReactNode } from 'react';

interface Props {
  title: string;
  note?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** One part of a tenant's page. */
export function Part({ title, note, action, children }: Props) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <div className="flex items-baseline gap-2">
        <h2 className="font-semibold">{title}</h2>
        {note ? <span className="text-muted text-sm tabular-nums">{note}</span> : null}
        {action ? <div className="ml-auto">{action}</div> : null}
      </div>
      {children}
    </section>
  );
}
