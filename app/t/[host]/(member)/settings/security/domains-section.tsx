import { FormSection } from '@/components/ui/form-section';
import { LinkButton } from '@/components/ui/link-button';
import { Status } from '@/components/ui/status';
import type { EmailDomainView } from '@/lib/identity/domains/claims';
import { wording } from '@/lib/language/request';

/** By which domains people join, and the way to their page. */
export async function DomainsSection({ domains }: { domains: EmailDomainView[] }) {
  const t = await wording('settings');
  const count = domains.filter(({ joins }) => joins).length;
  return (
    <FormSection
      title={t('E-mail domains')}
      description={t('People with an address at a domain of yours join by themselves.')}
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Status tone={count > 0 ? 'success' : 'neutral'}>
          {count > 0
            ? t('{count, plural, one {On for # domain} other {On for # domains}}', { count })
            : t('Off')}
        </Status>
        <LinkButton href="/settings/security/email-domains">{t('Manage domains')}</LinkButton>
      </div>
    </FormSection>
  );
}
