import { ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import { hrefWith, queryOf, type SearchParams } from '@/app/_shared/query';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { platformAuditProcedures } from '@/lib/platform/audit/procedures';
import { StaffAuditFilters } from './staff-audit-filters';
import { StaffAuditTable } from './staff-audit-table';

export const metadata: Metadata = { title: 'Staff audit' };

export default async function StaffAudit({ searchParams }: { searchParams: SearchParams }) {
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
      title="Staff audit"
      description="What staff did, to which tenant, and why. Nobody can change or remove an entry."
      width="wide"
    >
      <StaffAuditFilters />
      {events.length === 0 ? (
        <EmptyState
          icon={ScrollText}
          title="Nothing matches"
          description="No entry fits these filters."
          action={<LinkButton href="/audit">Show everything</LinkButton>}
        />
      ) : (
        <StaffAuditTable events={events} />
      )}
      <nav aria-label="Pages" className="flex justify-end gap-2">
        {cursor ? (
          <LinkButton size="small" href={hrefWith('/audit', query, { cursor: undefined })}>
            Newest
          </LinkButton>
        ) : null}
        {older ? (
          <LinkButton size="small" href={hrefWith('/audit', query, { cursor: older })}>
            Older
          </LinkButton>
        ) : null}
      </nav>
    </PageFrame>
  );
}
