import { wording } from '@/lib/language/request';
import { FormLoading } from '../_frame/form-loading';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <FormLoading
      title={t('Domains')}
      description={t('Addresses of your own at which this workspace answers.')}
    />
  );
}
