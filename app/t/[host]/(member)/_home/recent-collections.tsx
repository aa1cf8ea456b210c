import { Table2 } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { CollectionSummary } from '@/lib/modules/collections/collections/shapes';
import { HomeSection } from './home-section';

interface Props {
  collections: readonly CollectionSummary[];
  /** Paths that were worked on of late, the latest first. */
  recent: readonly (string | null)[];
  mayDesign: boolean;
  locale: string;
}

const shown = 6;

/** Collections people work in: the latest changed first, then in their own order. */
export async function RecentCollections({ collections, recent, mayDesign, locale }: Props) {
  const t = await wording('member');
  if (collections.length === 0) return <Nothing mayDesign={mayDesign} />;
  const place = (id: string) => {
    const at = recent.indexOf(`/collections/${id}`);
    return at < 0 ? recent.length : at;
  };
  const sorted = [...collections].sort((a, b) => place(a.id) - place(b.id)).slice(0, shown);
  const all = (
    <LinkButton variant="ghost" size="small" href="/collections">
      {collections.length > shown
        ? t('All {count}', { count: formatNumber(collections.length, locale) })
        : t('Open collections')}
    </LinkButton>
  );
  return (
    <HomeSection title={t('Collections')} action={all}>
      <ul className="border-line border-t">
        {sorted.map(({ id, name, description, recordCount }) => (
          <li key={id} className="border-line border-b">
            <Link
              href={`/collections/${id}`}
              className="-mx-2 flex items-center gap-3 rounded-control px-2 py-2.5 transition-colors hover:bg-surface-hover"
            >
              <Table2 aria-hidden className="size-4 shrink-0 text-mark" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{name}</span>
                {description ? (
                  <span className="block truncate text-muted text-sm">{description}</span>
                ) : null}
              </span>
              <span className="shrink-0 text-muted tabular-nums">
                {formatNumber(recordCount, locale)}
                <span className="sr-only"> {t('records')}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </HomeSection>
  );
}

const Nothing = async ({ mayDesign }: { mayDesign: boolean }) => {
  const t = await wording('member');
  return (
    <HomeSection title={t('Collections')}>
      <EmptyState
        className="border-line border-t"
        icon={Table2}
        title={t('Keep your data in collections')}
        description={
          mayDesign
            ? t(
                'There is none yet. Design one yourself, or let a file bring its fields and records.',
              )
            : t('There is none yet. An admin can make one.')
        }
        action={
          mayDesign ? (
            <>
              <LinkButton href="/collections/new?from=file">{t('Import a file')}</LinkButton>
              <LinkButton variant="primary" href="/collections/new">
                {t('Create collection')}
              </LinkButton>
            </>
          ) : null
        }
      />
    </HomeSection>
  );
};
