import { wording } from '@/lib/language/request';
import { FormLoading } from '../../_frame/form-loading';

export default async function Loading() {
  const t = await wording('userPlans');
  return (
    <FormLoading title={t('Plan')} description={t('What this plan gives, and what it costs.')} />
  );
}
