import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { wording } from '@/lib/language/request';
import { deletionsDescription } from './deletion-words';

export default async function Loading() {
  const t = await wording('console');
  return (
    <PageFrame title={t('Deletions')} description={t(deletionsDescription)} width="wide">
      <TableSkeleton columns={4} rows={6} />
    </PageFrame>
  );
}
