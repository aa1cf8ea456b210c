import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { wording } from '@/lib/language/request';

export default async function Loading() {
  const t = await wording('collections');
  return (
    <PageFrame
      title={t('Collections')}
      description={t('Tables your people design themselves.')}
      width="wide"
    >
      <TableSkeleton columns={4} />
    </PageFrame>
  );
}
