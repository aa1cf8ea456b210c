'use client';

import { Banner } from '@/components/ui/banner';
import { FormSection } from '@/components/ui/form-section';
import { Status } from '@/components/ui/status';
import { useWording } from '@/lib/language/wording-provider';
import { DomainActs } from './domain-acts';
import type { DomainRow, JoinRole } from './domain-row';
import { JoiningForm } from './joining-form';
import { RecordFields } from './record-fields';

interface Props {
  domain: DomainRow;
  roles: JoinRole[];
}

/** One domain: where its proof stands, the record, and whether people join by it. */
export function DomainSection({ domain, roles }: Props) {
  const t = useWording('settings');
  const { state, until, checked } = domain;
  const isVerified = state === 'verified' && until !== null;
  return (
    <FormSection
      title={<span className="break-all">{domain.domain}</span>}
      description={<StateOfDomain domain={domain} />}
    >
      {state === 'broken' || (state === 'verified' && !until) ? (
        <Banner tone="warning" title={t('The record is not there any more')}>
          {until
            ? t(
                'Nobody joins by this domain until it is seen again; members stay. The proof counts until {until}: after that, joining has to be turned on anew as well.',
                { until },
              )
            : t(
                'Nobody joins by this domain. Set the record, check it, and turn joining on again.',
              )}
        </Banner>
      ) : null}
      {until && (isVerified || domain.paused) ? (
        <JoiningForm
          key={`${domain.joins} ${domain.paused} ${domain.joinRoleId}`}
          domain={domain}
          roles={roles}
        />
      ) : null}
      {isVerified ? null : <RecordFields domain={domain} />}
      <div className="grid gap-2">
        <DomainActs domain={domain} isVerified={isVerified} />
        <p className="text-muted text-sm">
          {checked ? t('Last check: {checked}.', { checked }) : t('Not checked yet.')}
        </p>
      </div>
    </FormSection>
  );
}

function StateOfDomain({ domain: { state, until } }: Pick<Props, 'domain'>) {
  const t = useWording('settings');
  if (state === 'pending') return <Status>{t('Not verified yet')}</Status>;
  if (state === 'verified' && until) return <Status tone="success">{t('Verified')}</Status>;
  return until ? (
    <Status tone="warning">{t('Record missing')}</Status>
  ) : (
    <Status tone="danger">{t('No longer verified')}</Status>
  );
}
