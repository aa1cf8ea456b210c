import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { providerProcedures } from '@/lib/identity/oidc/procedures';
import { wording } from '@/lib/language/request';
import { Refused } from '../../_frame/refused';
import { ProviderForm } from './provider-form';
import { RemoveProvider } from './remove-provider';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Single sign-on') };
}

export default async function SingleSignOn({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('security.manage')) return <Refused door={door} title={t('Single sign-on')} />;
  const [{ provider, redirectUris }, known] = await Promise.all([
    door.call(providerProcedures.identityProvider.get, {}),
    door.find(rolesProcedures.list, {}),
  ]);
  return (
    <PageFrame
      title={t('Single sign-on')}
      description={t('People sign in with the account of your organisation.')}
      actions={<LinkButton href="/settings/security">{t('Security')}</LinkButton>}
    >
      <ProviderForm
        key={provider ? 'kept' : 'new'}
        provider={provider}
        redirectUris={redirectUris}
        roles={(known?.roles ?? []).map(({ id, name, grantable }) => ({ id, name, grantable }))}
      />
      {provider ? <RemoveProvider /> : null}
    </PageFrame>
  );
}
