import { wording } from '@/lib/language/request';
import { FormLoading } from '../_frame/form-loading';

export default async function Loading() {
  const t = await wording('plans');
  return (
    <FormLoading
      title={t('Plan and usage')}
      description={t(
        'What this workspace may use, how much of it is used, and what else there is.',
      )}
    />
  );
}
