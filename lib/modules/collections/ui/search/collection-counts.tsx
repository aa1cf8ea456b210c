import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import { wording } from '@/lib/language/request';
import type { SearchPage } from '../../search/shapes';

interface Props {
  collections: SearchPage['collections'];
  chosen: string | undefined;
  hrefOf: (collectionId: string | undefined) => string;
}

/** Collections that have hits, each with how many; one of them narrows the list. */
export async function CollectionCounts({ collections, chosen, hrefOf }: Props) {
  const t = await wording('member');
  const all = collections.reduce((sum, { count }) => sum + count, 0);
  const choices = [{ id: undefined, name: t('Everything'), count: all }, ...collections];
  return (
    <nav aria-label={t('Collections with hits')} className="flex flex-wrap gap-1.5">
      {choices.map(({ id, name, count }) => (
        <Link
          key={id ?? 'all'}
          href={hrefOf(id)}
          scroll={false}
          aria-current={id === chosen ? 'true' : undefined}
          className={cn(
            'inline-flex h-control-small max-w-64 items-center gap-1.5 rounded-control border px-2.5 text-sm transition-colors',
            id === chosen
              ? 'border-transparent bg-soft font-medium text-soft-foreground'
              : 'border-line text-muted hover:border-line-strong hover:text-ink',
          )}
        >
          <span className="truncate">{name}</span>
          <span className="tabular-nums">{count}</span>
        </Link>
      ))}
    </nav>
  );
}
