import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { emailDomainProcedures } from '@/lib/identity/domains/procedures';
import { wording } from '@/lib/language/request';
import { readerOf } from '../../../_shell/reader';
import { Refused } from '../../_frame/refused';
import { AddDomain } from './add-domain';
import { DomainSection } from './domain-section';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('E-mail domains') };
}

export default async function EmailDomains({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('security.manage')) return <Refused door={door} title={t('E-mail domains')} />;
  const [{ domains }, known] = await Promise.all([
    door.call(emailDomainProcedures.emailDomains.list, {}),
    door.find(rolesProcedures.list, {}),
  ]);
  const reader = readerOf(door);
  const roles = (known?.roles ?? []).map(({ id, name, grantable }) => ({ id, name, grantable }));
  return (
    <PageFrame
      title={t('E-mail domains')}
      description={t('Prove that a domain is yours, and let its people join by themselves.')}
      actions={<LinkButton href="/settings/security">{t('Security')}</LinkButton>}
    >
      <AddDomain isFirst={domains.length === 0} />
      {domains.map(({ checkedAt, provenUntil, ...domain }) => (
        <DomainSection
          key={domain.id}
          roles={roles}
          domain={{
            ...domain,
            checked: checkedAt && formatTime(checkedAt, reader),
            until: provenUntil && formatTime(provenUntil, reader),
          }}
        />
      ))}
    </PageFrame>
  );
}
