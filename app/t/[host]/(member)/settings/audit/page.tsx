import { Download, ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { buttonVariants } from '@/components/ui/button-variants';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { auditProcedures } from '@/lib/audit/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { readerOf } from '../../_shell/reader';
import { Refused } from '../_frame/refused';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';
import { EventSheet } from './event-sheet';
import { filterOf, pathWith } from './filter';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Audit') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

const size = 50;

export default async function Audit({ params, searchParams }: Props) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('audit.read')) return <Refused door={door} title={t('Audit')} />;
  const query = await queryOf(searchParams);
  const reader = readerOf(door);
  const filter = filterOf(query, reader.timeZone);
  const { cursor } = query;
  const { events, older } = await door.call(auditProcedures.audit.list, {
    ...filter,
    size,
    ...(cursor && { cursor }),
  });
  const filtered = Object.keys(filter).length > 0;
  return (
    <PageFrame
      title={t('Audit')}
      description={t(
        'Who did what, when, and what it changed. Nobody can change or remove an entry.',
      )}
      width="wide"
      actions={
        <a
          href={`/api/v1/audit-export?${new URLSearchParams(filter)}`}
          download
          className={buttonVariants()}
        >
          <Download aria-hidden />
          {t('Export CSV')}
        </a>
      }
    >
      <AuditFilters />
      {events.length === 0 ? (
        <EmptyState
          icon={ScrollText}
          title={filtered ? t('Nothing matches') : t('Nothing has happened yet')}
          description={
            filtered
              ? t('No entry fits these filters.')
              : t('Every change to this workspace is written down here from now on.')
          }
          action={
            filtered ? (
              <LinkButton href="/settings/audit">{t('Show everything')}</LinkButton>
            ) : undefined
          }
        />
      ) : (
        <>
          <AuditTable events={events} query={query} reader={reader} />
          <nav aria-label={t('Pages')} className="flex items-center justify-between gap-2">
            <p className="text-muted text-sm tabular-nums">
              {t('{count, plural, one {# entry} other {# entries}} shown', {
                count: events.length,
              })}
            </p>
            <div className="flex gap-2">
              {cursor ? (
                <LinkButton size="small" href={pathWith(query, { cursor: undefined })}>
                  {t('Newest')}
                </LinkButton>
              ) : null}
              {older ? (
                <LinkButton size="small" href={pathWith(query, { cursor: older })}>
                  {t('Older')}
                </LinkButton>
              ) : null}
            </div>
          </nav>
        </>
      )}
      {query.event ? <EventSheet door={door} query={query} reader={reader} /> : null}
    </PageFrame>
  );
}
