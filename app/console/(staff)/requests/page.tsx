import { Inbox } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { movesProcedures } from '@/lib/platform/moves/procedures';
import { tierRequestsProcedures } from '@/lib/platform/tier-requests/procedures';
import { requestsDescription } from './request-words';
import { RequestsTable } from './requests-table';

export const metadata: Metadata = { title: 'Requests' };

export default async function Requests() {
  const door = await openConsolePage();
  const { requests } = await door.call(tierRequestsProcedures.list, {});
  const { shards } = await door.call(movesProcedures.targets, {});
  return (
    <PageFrame title="Requests" description={requestsDescription} width="wide">
      {requests.length === 0 ? (
        <EmptyState
          icon={Inbox}
          title="Nobody has asked"
          description="An admin asks for another isolation tier in the settings of their workspace."
        />
      ) : (
        <RequestsTable requests={requests} shards={shards} />
      )}
    </PageFrame>
  );
}
