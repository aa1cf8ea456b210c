import { wording } from '@/lib/language/request';
import { FormLoading } from '../../_frame/form-loading';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <FormLoading
      title={t('Single sign-on')}
      description={t('People sign in with the account of your organisation.')}
    />
  );
}
