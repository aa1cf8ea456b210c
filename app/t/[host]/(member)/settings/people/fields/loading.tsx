import { wording } from '@/lib/language/request';
import { TableLoading } from '../../_frame/table-loading';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <TableLoading
      title={t('People')}
      description={t('Who belongs to this workspace and what they may do here.')}
      columns={2}
    />
  );
}
