import { wording } from '@/lib/language/request';
import { TableLoading } from '../_frame/table-loading';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <TableLoading
      title={t('Sharing')}
      description={t('What this workspace and others let each other look at.')}
      columns={3}
    />
  );
}
