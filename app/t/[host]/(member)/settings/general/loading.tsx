import { wording } from '@/lib/language/request';
import { FormLoading } from '../_frame/form-loading';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <FormLoading
      title={t('General')}
      description={t('What this workspace is called and how it counts time.')}
    />
  );
}
