import Link from 'next/link';
import { formatNumber } from '@/lib/format';

export interface TaskTab {
  id: string;
  label: string;
  href: string;
  count?: number;
}

interface Props {
  label: string;
  tabs: readonly TaskTab[];
  current: string;
  locale: string;
}

/** Ways to look at tasks, each a page of its own. */
export function TaskTabs({ label, tabs, current, locale }: Props) {
  return (
    <nav
      aria-label={label}
      className="scroll-quiet flex gap-4 overflow-x-auto border-line border-b"
    >
      {tabs.map(({ id, label: name, href, count }) => (
        <Link
          key={id}
          href={href}
          aria-current={id === current ? 'page' : undefined}
          className="relative flex h-9 shrink-0 items-center gap-1.5 text-muted transition-colors after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:rounded-full hover:text-ink focus-visible:-outline-offset-2 aria-[current]:font-medium aria-[current]:text-ink aria-[current]:after:bg-mark"
        >
          {name}
          {count === undefined ? null : (
            <span className="text-subtle text-xs tabular-nums">{formatNumber(count, locale)}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
