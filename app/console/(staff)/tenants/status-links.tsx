import Link from 'next/link';
import { hrefWith } from '@/app/_shared/query';
import { formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { statusWords } from '../_frame/words';

interface Props {
  query: Record<string, string>;
  byStatus: Record<string, number>;
  /** How many asked to be deleted. */
  leaving: number;
}

/** Statuses with how many tenants match the search in each. */
export async function StatusLinks({ query, byStatus, leaving }: Props) {
  const t = await wording('console');
  const all = Object.values(byStatus).reduce((sum, n) => sum + n, 0);
  const links = [
    { word: t('All'), count: all },
    ...Object.entries(statusWords).map(([status, { word }]) => ({
      status,
      word: t.said(word),
      count: byStatus[status] ?? 0,
    })),
    { leaves: 'yes', word: t('Leaving'), count: leaving },
  ].map((link) => ({ status: undefined, leaves: undefined, ...link }));
  return (
    <nav aria-label={t('Status')} className="flex flex-wrap gap-1">
      {links.map(({ status, leaves, word, count }) => (
        <Link
          key={word}
          href={hrefWith('/tenants', query, { status, leaving: leaves, page: undefined })}
          aria-current={query.status === status && query.leaving === leaves ? 'page' : undefined}
          className="flex h-control items-center gap-1.5 rounded-control px-2 text-muted transition-colors hover:bg-surface-hover hover:text-ink aria-[current]:bg-surface-selected aria-[current]:font-medium aria-[current]:text-ink"
        >
          {word}
          <span className="text-subtle text-xs tabular-nums">{formatNumber(count, 'en')}</span>
        </Link>
      ))}
    </nav>
  );
}
