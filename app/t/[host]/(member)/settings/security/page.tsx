import type { Metadata } from 'next';
import type { z } from 'zod';
import { PageFrame } from '@/components/ui/page-frame';
import { permissionTitles } from '@/lib/access/rights';
import type { RoleList } from '@/lib/access/roles/list-roles';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import { type MemberDoor, openMemberPage } from '@/lib/doors/page';
import { formatDay, formatTime } from '@/lib/format';
import { emailDomainProcedures } from '@/lib/identity/domains/procedures';
import { providerProcedures } from '@/lib/identity/oidc/procedures';
import { securityProcedures } from '@/lib/identity/policy/procedures';
import { workspaceTokenProcedures } from '@/lib/identity/workspace-tokens/procedures';
import { isForClients } from '@/lib/identity/workspace-tokens/scopes';
import { wording } from '@/lib/language/request';
import { readerOf } from '../../_shell/reader';
import { Refused } from '../_frame/refused';
import { DomainsSection } from './domains-section';
import { PolicyForm } from './policy-form';
import type { RoleOffer } from './role-offer';
import { SessionTable } from './session-table';
import { SharedSignInSection } from './shared-sign-in-section';
import { SignOnSection } from './sign-on-section';
import { TokenTable } from './token-table';
import { WorkspaceTokens } from './workspace-tokens';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Security') };
}

type KnownRole = z.output<typeof RoleList>['roles'][number];

export default async function Security({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('security.manage')) return <Refused door={door} title={t('Security')} />;
  const { security } = securityProcedures;
  const [policy, { sessions }, { tokens }, own, factors, known, { provider }, { domains }] =
    await Promise.all([
      door.call(security.get, {}),
      door.call(security.sessions, {}),
      door.call(security.tokens, {}),
      door.call(workspaceTokenProcedures.workspaceTokens.list, {}),
      door.call(security.secondFactors, {}),
      door.find(rolesProcedures.list, {}),
      door.call(providerProcedures.identityProvider.get, {}),
      door.call(emailDomainProcedures.emailDomains.list, {}),
    ]);
  const reader = readerOf(door);
  return (
    <PageFrame
      title={t('Security')}
      description={t('How people sign in here, from where, and for how long.')}
    >
      <PolicyForm
        policy={policy}
        factors={factors}
        roles={(known?.roles ?? []).map(({ key, name }) => ({ key, name }))}
        address={door.address}
      />
      <SignOnSection provider={provider} />
      <DomainsSection domains={domains} />
      <SharedSignInSection door={door} />
      <SessionTable
        own={door.caller.session?.id ?? null}
        sessions={sessions.map(({ createdAt: _made, lastSeenAt, ...session }) => ({
          ...session,
          seen: formatTime(lastSeenAt, reader),
        }))}
      />
      <TokenTable
        tokens={tokens.map(
          ({ createdAt: _made, userId: _by, lastUsedAt, expiresAt, ...token }) => ({
            ...token,
            used: lastUsedAt && formatDay(lastUsedAt, reader),
            ends: expiresAt && formatDay(expiresAt, reader),
          }),
        )}
      />
      <WorkspaceTokens
        tokens={own.tokens.map(({ role, lastUsedAt, expiresAt, ...token }) => ({
          ...{ id: token.id, name: token.name, scopes: token.scopes },
          madeByName: token.madeByName,
          rotatable: token.rotatable,
          role: role.name,
          used: lastUsedAt && formatDay(lastUsedAt, reader),
          ends: expiresAt && formatDay(expiresAt, reader),
        }))}
        roles={offersOf(door, known?.roles ?? [])}
      />
    </PageFrame>
  );
}

/** Whoever manages no people gives no role, and so makes no token of the workspace. */
function offersOf({ can }: MemberDoor, roles: KnownRole[]): RoleOffer[] {
  if (!can('people.manage')) return [];
  return roles
    .filter(({ grantable }) => grantable)
    .map(({ id, name, permissions }) => ({
      ...{ id, name },
      scopes: permissions
        .filter(isForClients)
        .map((scope) => ({ id: scope, title: permissionTitles.get(scope) ?? scope })),
    }));
}
