import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { Banner } from '@/components/ui/banner';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { Pagination } from '@/components/ui/pagination';
import { grantsProcedures } from '@/lib/access/grants/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { readerOf } from '../../_shell/reader';
import { uuid } from '../../collections/_parts/draft';
import { SharedTable } from './shared-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('member');
  return { title: t('Shared with you') };
}

interface Props {
  params: Promise<{ host: string; id: string }>;
  searchParams: SearchParams;
}

const size = 50;

/** One view of another workspace, read-only. */
export default async function SharedView({ params, searchParams }: Props) {
  const t = await wording('member');
  const { host, id } = await params;
  const door = await openMemberPage(host);
  if (!door.can('shared.read')) forbidden();
  if (!uuid.test(id)) notFound();
  const { page: asked } = await queryOf(searchParams);
  const view = await door.call(grantsProcedures.look, { id, page: pageOf(asked) });
  const from = (view.page - 1) * size;
  const pageAt = (page: number) => `/shared/${id}${page > 1 ? `?page=${page}` : ''}`;
  return (
    <PageFrame
      title={view.title}
      description={t('Of {tenant}, until {day}. {purpose}', {
        tenant: view.from.name,
        day: formatDay(view.endsAt, readerOf(door)),
        purpose: view.purpose,
      })}
      width="wide"
      actions={<LinkButton href="/shared">{t('Shared with you')}</LinkButton>}
    >
      <Banner tone="info">
        {t(
          'This belongs to {tenant}. You can read it and change nothing; both workspaces note that you looked.',
          {
            tenant: view.from.name,
          },
        )}
      </Banner>
      {view.rows.length > 0 ? (
        <>
          <SharedTable view={view} />
          <Pagination
            from={from + 1}
            to={from + view.rows.length}
            total={view.total}
            {...(view.page > 1 && { previousHref: pageAt(view.page - 1) })}
            {...(view.page < view.pages && { nextHref: pageAt(view.page + 1) })}
          />
        </>
      ) : (
        <EmptyState
          icon={SearchX}
          title={t('There is nothing to see at the moment')}
          description={t('{tenant} shares this view, and no record falls under it now.', {
            tenant: view.from.name,
          })}
        />
      )}
    </PageFrame>
  );
}

function pageOf(asked: string | undefined): number {
  const page = Number(asked ?? 1);
  return Number.isInteger(page) && page > 0 && page <= 2_000 ? page : 1;
}
