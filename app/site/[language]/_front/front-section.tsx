import type { ReactNode } from 'react';

interface Props {
  id: string;
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}

export function FrontSection({ id, title, lead, children }: Props) {
  return (
    <section id={id} className="mx-auto w-full max-w-6xl scroll-mt-14 px-4 py-10 sm:px-6 sm:py-12">
      <h2 className="text-balance font-semibold text-2xl tracking-tight">{title}</h2>
      {lead ? <p className="mt-2 text-measure text-lg text-muted">{lead}</p> : null}
      {children ? <div className="mt-8">{children}</div> : null}
    </section>
  );
}
