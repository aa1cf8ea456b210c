import { MailX } from 'lucide-react';
import type { Metadata } from 'next';
import { hrefWith, queryOf, type SearchParams } from '@/app/_shared/query';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { mailProcedures } from '@/lib/mail/procedures';
import { readerOf } from '../../_shell/reader';
import { Refused } from '../_frame/refused';
import { MailFilters } from './mail-filters';
import { MailTable } from './mail-table';
import { type MailState, stateWords } from './mail-words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Mails') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

const path = '/settings/mails';

export default async function Mails({ params, searchParams }: Props) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('security.manage')) return <Refused door={door} title={t('Mails')} />;
  const query = await queryOf(searchParams);
  const { cursor, q } = query;
  const state = Object.hasOwn(stateWords, query.state ?? '')
    ? (query.state as MailState)
    : undefined;
  const isFiltered = Boolean(q || state);
  const { mails, older } = await door.call(mailProcedures.mails.list, {
    ...(q && { q }),
    ...(state && { state }),
    ...(cursor && { cursor }),
  });
  return (
    <PageFrame
      title={t('Mails')}
      description={t('What was sent in the last 30 days, and whether it arrived.')}
      width="wide"
    >
      <MailFilters />
      {mails.length === 0 ? (
        <EmptyState
          icon={MailX}
          title={isFiltered ? t('Nothing matches') : t('No mail yet')}
          description={
            isFiltered
              ? t('No mail fits this search.')
              : t('Invitations, sign-in links and notices to your people show up here.')
          }
          action={isFiltered ? <LinkButton href={path}>{t('Show everything')}</LinkButton> : null}
        />
      ) : (
        <>
          <MailTable mails={mails} reader={readerOf(door)} />
          <nav aria-label={t('Pages')} className="flex justify-end gap-2">
            {cursor ? (
              <LinkButton size="small" href={hrefWith(path, query, { cursor: undefined })}>
                {t('Newest')}
              </LinkButton>
            ) : null}
            {older ? (
              <LinkButton size="small" href={hrefWith(path, query, { cursor: older })}>
                {t('Older')}
              </LinkButton>
            ) : null}
          </nav>
        </>
      )}
    </PageFrame>
  );
}
