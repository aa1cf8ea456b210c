import { wording } from '@/lib/language/request';
import { TableLoading } from '../_frame/table-loading';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <TableLoading
      title={t('Mails')}
      description={t('What was sent in the last 30 days, and whether it arrived.')}
      columns={4}
    />
  );
}
