import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { wording } from '@/lib/language/request';

export default async function Loading() {
  const t = await wording('plans');
  return (
    <PageFrame
      title={t('Plans')}
      description={t('What tenants may sign: what each plan gives, and what it costs.')}
      width="wide"
    >
      <TableSkeleton columns={4} />
    </PageFrame>
  );
}
