import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';
import { wording } from '@/lib/language/request';

export default async function Loading() {
  const t = await wording('userPlans');
  return (
    <PageFrame title={t('My plan')} description={t('What you have here, and what else there is.')}>
      <Skeleton className="h-24" />
      <Skeleton className="h-64" />
    </PageFrame>
  );
}
