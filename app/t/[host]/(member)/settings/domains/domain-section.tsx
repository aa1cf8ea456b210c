'use client';

import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { FormSection } from '@/components/ui/form-section';
import { Status } from '@/components/ui/status';
import { useWording } from '@/lib/language/wording-provider';
import { CertificateFields } from './certificate-fields';
import { DomainActs } from './domain-acts';
import type { DomainRow } from './domain-row';
import { ProofFields, RouteFields } from './record-fields';
import { RedirectSwitch } from './redirect-switch';

interface Props {
  domain: DomainRow;
  /** The host the workspace is at home at, and its own below the root. */
  home: string;
  own: string;
}

/** One domain: where it stands, its records beside what was found, and what can be done. */
export function DomainSection({ domain, home, own }: Props) {
  const t = useWording('settings');
  const { host, state, checked, given, isPrimary } = domain;
  return (
    <FormSection
      title={<span className="break-all">{host}</span>}
      description={
        <span className="flex flex-wrap items-center gap-2">
          <StateOfDomain domain={domain} />
          {isPrimary ? <Badge tone="brand">{t('Primary')}</Badge> : null}
        </span>
      }
    >
      <Trouble domain={domain} own={own} />
      {given ? (
        <p className="text-muted text-sm">
          {t('The platform gave this address; it needs no records.')}
        </p>
      ) : (
        <>
          <ProofFields domain={domain} />
          <RouteFields domain={domain} />
          <CertificateFields certificate={domain.certificate} />
        </>
      )}
      {state === 'live' && !isPrimary ? (
        <RedirectSwitch key={`${domain.redirects}`} domain={domain} home={home} />
      ) : null}
      <div className="grid gap-2">
        <DomainActs domain={domain} home={home} own={own} />
        {given ? null : (
          <p className="text-muted text-sm">
            {checked ? t('Last check: {checked}.', { checked }) : t('Not checked yet.')}
          </p>
        )}
      </div>
    </FormSection>
  );
}

/** What is wrong with one that worked, and until when it goes on. */
function Trouble({ domain, own }: Pick<Props, 'domain' | 'own'>) {
  const t = useWording('settings');
  const { state, proof, until } = domain;
  if (state === 'released') {
    return (
      <Banner tone="danger" title={t('This workspace no longer answers here')}>
        {t('Its proof is over. Set the records, which have a new value, and check them.')}
      </Banner>
    );
  }
  if (state !== 'broken') return null;
  return (
    <Banner tone="warning" title={t('A record is missing')}>
      {proof.finding === 'right'
        ? t('It does not lead here any more. Until it does, links in mails name {own}.', { own })
        : until
          ? t('It works until {until}, and then no more unless its proof is seen again.', {
              until,
            })
          : t('Set the records and check them.')}
    </Banner>
  );
}

function StateOfDomain({ domain: { state, serves } }: Pick<Props, 'domain'>) {
  const t = useWording('settings');
  switch (state) {
    case 'pending':
      return <Status>{t('Not verified yet')}</Status>;
    case 'verified':
      return <Status tone="info">{t('Verified, not live yet')}</Status>;
    case 'live':
      return serves ? (
        <Status tone="success">{t('Live')}</Status>
      ) : (
        <Status tone="danger">{t('No longer verified')}</Status>
      );
    case 'broken':
      return <Status tone="warning">{t('Record missing')}</Status>;
    case 'released':
      return <Status tone="danger">{t('No longer verified')}</Status>;
  }
}
