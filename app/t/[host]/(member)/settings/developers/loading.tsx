import { wording } from '@/lib/language/request';
import { FormLoading } from '../_frame/form-loading';

export default async function Loading() {
  const t = await wording('developers');
  return (
    <FormLoading
      title={t('Developers')}
      description={t(
        'What programs of yours can do with this workspace, and what they hear of it.',
      )}
    />
  );
}
