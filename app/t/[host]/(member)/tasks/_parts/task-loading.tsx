import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';

/** Stands where a task, or the form for one, will be. */
export function TaskLoading({ width }: { width: 'normal' | 'prose' }) {
  return (
    <PageFrame title={<Skeleton className="h-6 w-64" />} width={width}>
      <Skeleton className="h-40 max-w-3xl rounded-panel" />
      <Skeleton className="h-56 max-w-3xl rounded-panel" />
    </PageFrame>
  );
}
