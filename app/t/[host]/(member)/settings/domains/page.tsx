import type { Metadata } from 'next';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { domainProcedures } from '@/lib/tenancy/domains/procedures';
import { canonicalHost } from '@/lib/tenancy/urls';
import { readerOf } from '../../_shell/reader';
import { Refused } from '../_frame/refused';
import { AddDomain } from './add-domain';
import { DomainSection } from './domain-section';
import { OwnAddress } from './own-address';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Domains') };
}

export default async function Domains({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('security.manage')) return <Refused door={door} title={t('Domains')} />;
  const { domains } = await door.call(domainProcedures.list, {});
  const { slug, primaryHost } = door.tenant;
  const reader = readerOf(door);
  const own = canonicalHost({ slug, primaryHost: null });
  const home = canonicalHost({ slug, primaryHost });
  return (
    <PageFrame
      title={t('Domains')}
      description={t('Addresses of your own at which this workspace answers.')}
    >
      <OwnAddress host={own} isPrimary={home === own} />
      <AddDomain isFirst={domains.length === 0} />
      {domains.map(({ checkedAt, provenUntil, certificate, ...domain }) => (
        <DomainSection
          key={domain.id}
          home={home}
          own={own}
          domain={{
            ...domain,
            checked: checkedAt && formatTime(checkedAt, reader),
            until: provenUntil && formatTime(provenUntil, reader),
            certificate: certificate && {
              ...certificate,
              again: certificate.nextAt && formatTime(certificate.nextAt, reader),
            },
          }}
        />
      ))}
    </PageFrame>
  );
}
