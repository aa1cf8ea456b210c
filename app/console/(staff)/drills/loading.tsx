import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { wording } from '@/lib/language/request';
import { drillsDescription } from './drill-words';

export default async function Loading() {
  const t = await wording('console');
  return (
    <PageFrame title={t('Restore drills')} description={t(drillsDescription)} width="wide">
      <TableSkeleton columns={4} rows={6} />
    </PageFrame>
  );
}
