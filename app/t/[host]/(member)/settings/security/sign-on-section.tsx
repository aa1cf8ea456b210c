import { FormSection } from '@/components/ui/form-section';
import { LinkButton } from '@/components/ui/link-button';
import { Status } from '@/components/ui/status';
import type { ProviderState } from '@/lib/identity/oidc/provider';
import { wording } from '@/lib/language/request';

/** Whether people sign in through the tenant's own provider, and the way to its page. */
export async function SignOnSection({ provider }: { provider: ProviderState | null }) {
  const t = await wording('settings');
  const on = provider?.enabled === true;
  const state = on ? t('On, with {label}', { label: provider.label }) : t('Off');
  return (
    <FormSection
      title={t('Single sign-on')}
      description={t('People sign in with the account of your organisation.')}
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Status tone={on ? 'success' : 'neutral'}>{state}</Status>
        <LinkButton href="/settings/security/single-sign-on">
          {provider ? t('Change') : t('Set up')}
        </LinkButton>
      </div>
    </FormSection>
  );
}
