import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { wording } from '@/lib/language/request';
import { requestsDescription } from './request-words';

export default async function Loading() {
  const t = await wording('console');
  return (
    <PageFrame title={t('Requests')} description={t(requestsDescription)} width="wide">
      <TableSkeleton columns={4} rows={6} />
    </PageFrame>
  );
}
