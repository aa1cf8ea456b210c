import { ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import { hrefWith, queryOf, type SearchParams } from '@/app/_shared/query';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { platformAuditProcedures } from '@/lib/platform/audit/procedures';
import { StaffAuditFilters } from './staff-audit-filters';
import { StaffAuditTable } from './staff-audit-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Staff audit') };
}

export default async function StaffAudit({ searchParams }: { searchParams: SearchParams }) {
  const t = await wording('console');
  const door = await openConsolePage();
  const query = await queryOf(searchParams);
  const { who, what, cursor } = query;
  const { events, older } = await door.call(platformAuditProcedures.list, {
    ...(who && { who: who.slice(0, 100) }),
    ...(what && { what: what.slice(0, 100) }),
    ...(cursor && { cursor }),
  });
  return (
    <PageFrame
      title={t('Staff audit')}
      description={t(
        'What staff did, to which tenant, and why. Nobody can change or remove an entry.',
      )}
      width="wide"
    >
      <StaffAuditFilters />
      {events.length === 0 ? (
        <EmptyState
          icon={ScrollText}
          title={t('Nothing matches')}
          description={t('No entry fits these filters.')}
          action={<LinkButton href="/audit">{t('Show everything')}</LinkButton>}
        />
      ) : (
        <StaffAuditTable events={events} />
      )}
      <nav aria-label={t('Pages')} className="flex justify-end gap-2">
        {cursor ? (
          <LinkButton size="small" href={hrefWith('/audit', query, { cursor: undefined })}>
            {t('Newest')}
          </LinkButton>
        ) : null}
        {older ? (
          <LinkButton size="small" href={hrefWith('/audit', query, { cursor: older })}>
            {t('Older')}
          </LinkButton>
        ) : null}
      </nav>
    </PageFrame>
  );
}
