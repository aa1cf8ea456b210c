import { wording } from '@/lib/language/request';
import { TableLoading } from '../_frame/table-loading';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <TableLoading
      title={t('Roles')}
      description={t('What each role may do here. Give roles to people under People.')}
      columns={6}
    />
  );
}
