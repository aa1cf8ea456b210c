import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';

export default function Loading() {
  return (
    <PageFrame title="Imports" width="wide">
      <TableSkeleton columns={4} />
    </PageFrame>
  );
}
