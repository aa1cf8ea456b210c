import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { wording } from '@/lib/language/request';
import { billingDescription } from './billing-words';

export default async function Loading() {
  const t = await wording('plans');
  return (
    <PageFrame title={t('Billed usage')} description={t(billingDescription)} width="wide">
      <TableSkeleton columns={5} rows={6} />
    </PageFrame>
  );
}
