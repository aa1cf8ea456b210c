import type { ReactNode } from 'react';
import { cn } from './cn';

export type Description = { term: ReactNode; value: ReactNode; id: string };

/** Names and values of one thing, in two columns where there is room. */
export function DescriptionList({
  items,
  className,
}: {
  items: readonly Description[];
  className?: string;
}) {
  return (
    <dl className={cn('grid gap-x-6 sm:grid-cols-[minmax(8rem,12rem)_minmax(0,1fr)]', className)}>
      {items.map((item) => (
        <div
          key={item.id}
          className="grid border-line border-b py-2 last:border-b-0 sm:col-span-2 sm:grid-cols-subgrid"
        >
          <dt className="text-muted">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
