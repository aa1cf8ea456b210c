import { wording } from '@/lib/language/request';
import { TableLoading } from '../../../_frame/table-loading';

export default async function Loading() {
  const t = await wording('developers');
  return (
    <TableLoading
      title={t('Webhook')}
      description={t('What was sent to it, and what came of it.')}
      columns={4}
    />
  );
}
