import { Inbox } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { movesProcedures } from '@/lib/platform/moves/procedures';
import { tierRequestsProcedures } from '@/lib/platform/tier-requests/procedures';
import { requestsDescription } from './request-words';
import { RequestsTable } from './requests-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Requests') };
}

export default async function Requests() {
  const t = await wording('console');
  const door = await openConsolePage();
  const { requests } = await door.call(tierRequestsProcedures.list, {});
  const { shards } = await door.call(movesProcedures.targets, {});
  return (
    <PageFrame title={t('Requests')} description={t(requestsDescription)} width="wide">
      {requests.length === 0 ? (
        <EmptyState
          icon={Inbox}
          title={t('Nobody has asked')}
          description={t(
            'An admin asks for another isolation tier in the settings of their workspace.',
          )}
        />
      ) : (
        <RequestsTable requests={requests} shards={shards} />
      )}
    </PageFrame>
  );
}
