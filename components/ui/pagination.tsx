'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonVariants } from './button-variants';
import { useWords } from './words';

export type PaginationProps = {
  /** First and last row shown, counted from 1, and how many there are. */
  from: number;
  to: number;
  total: number;
  previousHref?: string;
  nextHref?: string;
  locale?: string;
  children?: ReactNode;
};

/** The line under a table: counts always, and the way to the next page when there is one. */
export function Pagination({ from, to, total, previousHref, nextHref, ...rest }: PaginationProps) {
  const words = useWords();
  const format = new Intl.NumberFormat(rest.locale);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 text-muted text-sm tabular-nums">
      <p>{words.range(format.format(from), format.format(to), format.format(total))}</p>
      {rest.children}
      <div className="flex gap-1">
        <PageLink href={previousHref} label={words.previous}>
          <ChevronLeft aria-hidden />
        </PageLink>
        <PageLink href={nextHref} label={words.next}>
          <ChevronRight aria-hidden />
        </PageLink>
      </div>
    </div>
  );
}

function PageLink(props: { href?: string; label: string; children: ReactNode }) {
  const looks = buttonVariants({ variant: 'secondary', size: 'small' });
  if (!props.href) {
    return (
      <span aria-disabled className={looks}>
        <span className="sr-only">{props.label}</span>
        {props.children}
      </span>
    );
  }
  return (
    <Link href={props.href} aria-label={props.label} className={looks} scroll={false}>
      {props.children}
    </Link>
  );
}
