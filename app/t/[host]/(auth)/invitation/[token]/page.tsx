import type { Metadata } from 'next';
import { openTenantPage } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { acceptInvitation } from '@/lib/identity/actions';
import { invitationProcedures } from '@/lib/identity/invitation-procedures';
import { wording } from '@/lib/language/request';
import { FrontDoor } from '../../_parts/front-door';
import { IntroduceForm } from '../../_parts/introduce-form';
import { SignOutHere } from '../../_parts/sign-out-here';
import { TextLink } from '../../_parts/text-link';
import { shutWords } from './shut-words';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return {
    title: t('Invitation'),
    referrer: 'no-referrer',
    robots: { index: false },
  };
}

interface Props {
  params: Promise<{ host: string; token: string }>;
}

export default async function Invitation({ params }: Props) {
  const t = await wording('auth');
  const { host, token } = await params;
  const door = await openTenantPage(host);
  const invitation = await door.call(invitationProcedures.invitation.get, { token });
  const { email, role, tenant } = invitation;
  const reader = { locale: door.language, timeZone: door.tenant.timeZone };
  const until = formatTime(invitation.expiresAt, reader);
  if (invitation.state !== 'open') {
    const { title, words } = await shutWords(invitation, until);
    return (
      <FrontDoor host={host} title={title} words={words}>
        {invitation.state === 'wrong_account' ? <SignOutHere /> : null}
        <TextLink href="/">{t('Go to {tenant}', { tenant })}</TextLink>
      </FrontDoor>
    );
  }
  return (
    <FrontDoor
      host={host}
      title={t('Join {tenant}', { tenant })}
      words={t('You are invited as {email}, in the role {role}. The invitation ends on {until}.', {
        email,
        role: t.said(role),
        until,
      })}
    >
      <IntroduceForm
        accept={acceptInvitation}
        token={token}
        email={email}
        called={invitation.name ?? ''}
        tenant={tenant}
        hasAccount={invitation.hasAccount}
        takesPassword={invitation.takesPassword}
      />
    </FrontDoor>
  );
}
