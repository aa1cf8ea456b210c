import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';
import { TableSkeleton } from '@/components/ui/table-skeleton';

export default function Loading() {
  return (
    <PageFrame
      title="Staff audit"
      description="What staff did, to which tenant, and why. Nobody can change or remove an entry."
      width="wide"
    >
      <Skeleton className="h-control w-full max-w-md" />
      <TableSkeleton columns={5} rows={12} />
    </PageFrame>
  );
}
