import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { wording } from '@/lib/language/request';

export default async function Loading() {
  const t = await wording('console');
  return (
    <PageFrame
      title={t('Staff audit')}
      description={t(
        'What staff did, to which tenant, and why. Nobody can change or remove an entry.',
      )}
      width="wide"
    >
      <Skeleton className="h-control w-full max-w-md" />
      <TableSkeleton columns={5} rows={12} />
    </PageFrame>
  );
}
