import { Building2, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { hrefWith, queryOf, type SearchParams } from '@/app/_shared/query';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { Pagination } from '@/components/ui/pagination';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { TenantQuery } from '@/lib/platform/tenants/list-tenants';
import { tenantsProcedures } from '@/lib/platform/tenants/procedures';
import { StatusLinks } from './status-links';
import { TenantSearch } from './tenant-search';
import { TenantsTable } from './tenants-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Tenants') };
}

const size = 50;

export default async function Tenants({ searchParams }: { searchParams: SearchParams }) {
  const t = await wording('console');
  const door = await openConsolePage();
  const query = await queryOf(searchParams);
  const page = Math.max(1, Math.min(10_000, Number.parseInt(query.page ?? '1', 10) || 1));
  const status = TenantQuery.shape.status.safeParse(query.status).data;
  const leaving = query.leaving === 'yes';
  const { tenants, total, byStatus, ...counts } = await door.call(tenantsProcedures.list, {
    page,
    size,
    ...(query.q && { q: query.q.slice(0, 100) }),
    ...(status && { status }),
    ...(leaving && { leaving: 'yes' }),
  });
  const narrowed = Boolean(query.q || status || leaving);
  const from = (page - 1) * size;
  const to = from + tenants.length;
  const turn = (next: number) => hrefWith('/tenants', query, { page: `${next}` });
  return (
    <PageFrame
      title={t('Tenants')}
      description={t('Everybody who lives in the house.')}
      width="wide"
      actions={
        <LinkButton href="/tenants/new" variant="primary">
          <Plus aria-hidden />
          {t('Open a tenant')}
        </LinkButton>
      }
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <TenantSearch />
        <StatusLinks query={query} byStatus={byStatus} leaving={counts.leaving} />
      </div>
      {tenants.length === 0 ? (
        <EmptyState
          icon={Building2}
          title={narrowed ? t('No tenant matches') : t('Nobody lives here yet')}
          description={
            narrowed
              ? t('Search by name, address, domain or id.')
              : t('Tenants open themselves on the front page, or you open one for somebody.')
          }
          action={<LinkButton href="/tenants">{t('Show all tenants')}</LinkButton>}
        />
      ) : (
        <>
          <TenantsTable tenants={tenants} />
          <Pagination
            from={from + 1}
            to={to}
            total={total}
            {...(page > 1 && { previousHref: turn(page - 1) })}
            {...(to < total && { nextHref: turn(page + 1) })}
          />
        </>
      )}
    </PageFrame>
  );
}
