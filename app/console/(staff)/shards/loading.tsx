import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { wording } from '@/lib/language/request';
import { shardsDescription } from './words';

export default async function Loading() {
  const t = await wording('console');
  return (
    <PageFrame title={t('Shards')} description={t(shardsDescription)} width="wide">
      <TableSkeleton columns={7} rows={4} />
    </PageFrame>
  );
}
