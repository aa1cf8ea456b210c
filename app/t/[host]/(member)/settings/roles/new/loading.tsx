import { wording } from '@/lib/language/request';
import { FormLoading } from '../../_frame/form-loading';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <FormLoading
      title={t('New role')}
      description={t('Begin with a built-in role, then give and take.')}
    />
  );
}
