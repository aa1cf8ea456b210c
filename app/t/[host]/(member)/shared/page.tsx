import { Share2 } from 'lucide-react';
import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { grantsProcedures } from '@/lib/access/grants/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { readerOf } from '../_shell/reader';
import { SharedList } from './shared-list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('member');
  return { title: t('Shared with you') };
}

/** What other workspaces let the reader look at. */
export default async function Shared({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('member');
  const door = await openMemberPage((await params).host);
  if (!door.can('shared.read')) forbidden();
  const { grants } = await door.call(grantsProcedures.shared, {});
  return (
    <PageFrame
      title={t('Shared with you')}
      description={t('What other workspaces let your role look at.')}
    >
      {grants.length > 0 ? (
        <SharedList grants={grants} reader={readerOf(door)} />
      ) : (
        <EmptyState
          icon={Share2}
          title={t('Nothing is shared with your role')}
          description={t(
            'An admin of another workspace can offer a view, and an admin of {tenant} accepts it for some roles.',
            { tenant: door.tenant.name },
          )}
        />
      )}
    </PageFrame>
  );
}
