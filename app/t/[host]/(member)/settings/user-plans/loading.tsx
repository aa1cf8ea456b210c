import { wording } from '@/lib/language/request';
import { TableLoading } from '../_frame/table-loading';

export default async function Loading() {
  const t = await wording('userPlans');
  return (
    <TableLoading
      title={t('Plans for my users')}
      description={t('What your people can sign here: what each plan gives, and what it costs.')}
      columns={4}
    />
  );
}
