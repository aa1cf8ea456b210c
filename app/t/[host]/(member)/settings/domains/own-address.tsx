import { Badge } from '@/components/ui/badge';
import { FormSection } from '@/components/ui/form-section';
import { wording } from '@/lib/language/request';
import { Copied } from '../_frame/copied';

/** The address below the platform's root, which stays whatever becomes of other domains. */
export async function OwnAddress({ host, isPrimary }: { host: string; isPrimary: boolean }) {
  const t = await wording('settings');
  return (
    <FormSection
      title={t('The workspace’s own address')}
      description={isPrimary ? <Badge tone="brand">{t('Primary')}</Badge> : null}
    >
      <Copied label={t('Address')} value={host} copy={t('Copy the address')} />
      <p className="text-muted text-sm">
        {t('It always works, so that you get in when a domain of your own does not.')}
      </p>
    </FormSection>
  );
}
