import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { wording } from '@/lib/language/request';
import { flagsDescription } from './flag-words';

export default async function Loading() {
  const t = await wording('console');
  return (
    <PageFrame title={t('Flags')} description={t(flagsDescription)} width="wide">
      <TableSkeleton columns={5} rows={4} />
    </PageFrame>
  );
}
