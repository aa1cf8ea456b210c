import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';
import { wording } from '@/lib/language/request';

export default async function Loading() {
  const t = await wording('plans');
  return (
    <PageFrame title={t('Plan')} description={t('What this plan gives, and what it costs.')}>
      <Skeleton className="h-64" />
    </PageFrame>
  );
}
