import { wording } from '@/lib/language/request';
import { TableLoading } from '../_frame/table-loading';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <TableLoading
      title={t('Audit')}
      description={t(
        'Who did what, when, and what it changed. Nobody can change or remove an entry.',
      )}
      columns={4}
    />
  );
}
