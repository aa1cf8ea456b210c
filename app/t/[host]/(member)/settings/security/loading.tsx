import { wording } from '@/lib/language/request';
import { FormLoading } from '../_frame/form-loading';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <FormLoading
      title={t('Security')}
      description={t('How people sign in here, from where, and for how long.')}
    />
  );
}
