import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';
import { TableSkeleton } from '@/components/ui/table-skeleton';

export default function Loading() {
  return (
    <PageFrame title={<Skeleton className="h-7 w-48" />} width="wide">
      <Skeleton className="h-8 w-full max-w-xl" />
      <TableSkeleton columns={5} />
    </PageFrame>
  );
}
