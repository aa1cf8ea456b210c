import type { ReactNode } from 'react';

interface Props {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}

export function HomeSection({ title, action, children }: Props) {
  return (
    <section className="min-w-0">
      <div className="mb-1 flex h-control items-center justify-between gap-3">
        <h2 className="font-semibold">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
