import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { requestsDescription } from './request-words';

export default function Loading() {
  return (
    <PageFrame title="Requests" description={requestsDescription} width="wide">
      <TableSkeleton columns={4} rows={6} />
    </PageFrame>
  );
}
