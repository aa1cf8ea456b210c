import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { wording } from '@/lib/language/request';

export default async function Loading() {
  const t = await wording('member');
  return (
    <PageFrame title={t('Search')}>
      <Skeleton className="h-8 w-full max-w-xl" />
      <TableSkeleton columns={2} />
    </PageFrame>
  );
}
