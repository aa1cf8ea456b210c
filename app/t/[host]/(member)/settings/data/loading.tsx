import { wording } from '@/lib/language/request';
import { FormLoading } from '../_frame/form-loading';

export default async function Loading() {
  const t = await wording('settings');
  return (
    <FormLoading
      title={t('Data')}
      description={t('Where the data of this workspace lives and how much there is.')}
    />
  );
}
