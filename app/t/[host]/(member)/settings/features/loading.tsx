import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <PageFrame
      title="Features"
      description="What this workspace can do. Turning a feature off hides it and keeps its data."
    >
      <Skeleton className="h-56 max-w-3xl rounded-panel" />
    </PageFrame>
  );
}
