import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';
import { wording } from '@/lib/language/request';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <PageFrame
      title={t('Branding')}
      description={t(
        'How this workspace looks to everybody. Change a draft, look at it, then publish.',
      )}
      width="wide"
    >
      <div className="grid gap-10 xl:grid-cols-[26rem_1fr]">
        <Skeleton className="h-160" />
        <Skeleton className="h-112" />
      </div>
    </PageFrame>
  );
}
