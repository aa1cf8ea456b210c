import { Share2 } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { grantsProcedures } from '@/lib/access/grants/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { readerOf } from '../../_shell/reader';
import { Refused } from '../_frame/refused';
import { GivenTable } from './given-table';
import { lineOf } from './grant-line';
import { ReceivedTable } from './received-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Sharing') };
}

export default async function Sharing({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('sharing.manage')) return <Refused door={door} title={t('Sharing')} />;
  const [given, received] = await Promise.all([
    door.call(grantsProcedures.list, {}),
    door.call(grantsProcedures.received, {}),
  ]);
  const reader = readerOf(door);
  const line = lineOf(reader, t);
  return (
    <PageFrame
      title={t('Sharing')}
      description={t('What this workspace and others let each other look at.')}
      width="wide"
      actions={
        <LinkButton href="/settings/sharing/new" variant="primary">
          {t('Share a view')}
        </LinkButton>
      }
    >
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold">{t('Shared by this workspace')}</h2>
        {given.grants.length > 0 ? (
          <GivenTable lines={given.grants.map(line)} />
        ) : received.grants.length > 0 ? (
          <p className="text-muted">{t('This workspace shares nothing.')}</p>
        ) : (
          <EmptyState
            icon={Share2}
            title={t('Nothing is shared by this workspace')}
            description={t(
              'People of another workspace see nothing of this one. Share a view where they should: it names what, to which of their roles, until when.',
            )}
          />
        )}
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold">{t('Offered by other workspaces')}</h2>
        {received.grants.length > 0 ? (
          <ReceivedTable lines={received.grants.map(line)} />
        ) : (
          <p className="text-muted">
            {t(
              'No other workspace has offered anything. Their admins do that on this page of theirs.',
            )}
          </p>
        )}
      </section>
    </PageFrame>
  );
}
