import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';
import { wording } from '@/lib/language/request';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <PageFrame
      title={t('Features')}
      description={t(
        'What this workspace can do. Turning a feature off hides it and keeps its data.',
      )}
    >
      <Skeleton className="h-56 max-w-3xl rounded-panel" />
    </PageFrame>
  );
}
