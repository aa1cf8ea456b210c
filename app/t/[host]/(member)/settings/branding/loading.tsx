import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <PageFrame
      title="Branding"
      description="How this workspace looks to everybody. Change a draft, look at it, then publish."
      width="wide"
    >
      <div className="grid gap-10 xl:grid-cols-[26rem_1fr]">
        <Skeleton className="h-160" />
        <Skeleton className="h-112" />
      </div>
    </PageFrame>
  );
}
