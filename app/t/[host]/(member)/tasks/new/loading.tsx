import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <PageFrame title={<Skeleton className="h-6 w-64" />} width="normal">
      <Skeleton className="h-40 max-w-3xl rounded-panel" />
      <Skeleton className="h-56 max-w-3xl rounded-panel" />
    </PageFrame>
  );
}
