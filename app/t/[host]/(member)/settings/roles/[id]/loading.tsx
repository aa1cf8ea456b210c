import { wording } from '@/lib/language/request';
import { FormLoading } from '../../_frame/form-loading';

export default async function Loading() {
  const t = await wording('settings');
  return <FormLoading title={t('Role')} description={t('A role of this workspace.')} />;
}
