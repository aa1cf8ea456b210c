import { wording } from '@/lib/language/request';
import { FormLoading } from '../../_frame/form-loading';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <FormLoading
      title={t('E-mail domains')}
      description={t('Prove that a domain is yours, and let its people join by themselves.')}
    />
  );
}
