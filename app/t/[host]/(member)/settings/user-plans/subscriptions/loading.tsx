import { wording } from '@/lib/language/request';
import { TableLoading } from '../../_frame/table-loading';

export default async function Loading() {
  const t = await wording('userPlans');
  return (
    <TableLoading
      title={t('Subscriptions')}
      description={t('Who has which plan, what changed last first.')}
      columns={5}
    />
  );
}
