import { wording } from '@/lib/language/request';
import { FrontSection } from './front-section';

export async function Pricing() {
  const t = await wording('site');
  return (
    <FrontSection
      id="pricing"
      title={t('What it costs')}
      lead={t(
        'There is no price list. Rowhouse is free software under the MIT licence: run it on your own machines with your own Postgres. Plans, metering and invoices for workspaces are not built yet, so opening one here charges nobody.',
      )}
    />
  );
}
