import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';

export default function Loading() {
  return (
    <PageFrame title="Collections" description="Tables your people design themselves." width="wide">
      <TableSkeleton columns={4} />
    </PageFrame>
  );
}
