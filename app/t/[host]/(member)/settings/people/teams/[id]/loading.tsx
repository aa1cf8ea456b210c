import { wording } from '@/lib/language/request';
import { TableLoading } from '../../../_frame/table-loading';

export default async function Loading() {
  const t = await wording('settings');
  return <TableLoading title={t('Team')} description={t('Who belongs to it.')} columns={3} />;
}
