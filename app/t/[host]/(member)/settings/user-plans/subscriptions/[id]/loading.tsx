import { wording } from '@/lib/language/request';
import { FormLoading } from '../../../_frame/form-loading';

export default async function Loading() {
  const t = await wording('userPlans');
  return (
    <FormLoading
      title={t('Subscription')}
      description={t('What somebody has, and how it came to be.')}
    />
  );
}
