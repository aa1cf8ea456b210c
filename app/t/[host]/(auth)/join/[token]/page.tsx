import type { Metadata } from 'next';
import { openTenantPage } from '@/lib/doors/page';
import { acceptJoin } from '@/lib/identity/actions';
import { joinProcedures } from '@/lib/identity/joining/procedures';
import { wording } from '@/lib/language/request';
import { FrontDoor } from '../../_parts/front-door';
import { IntroduceForm } from '../../_parts/introduce-form';
import { SignOutHere } from '../../_parts/sign-out-here';
import { TextLink } from '../../_parts/text-link';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('Join'), referrer: 'no-referrer', robots: { index: false } };
}

interface Props {
  params: Promise<{ host: string; token: string }>;
}

// Mail scanners open links, so following one spends nothing; the form does.
export default async function JoinByLink({ params }: Props) {
  const t = await wording('auth');
  const { host, token } = await params;
  const door = await openTenantPage(host);
  const { name: tenant } = door.tenant;
  const link = await door.find(joinProcedures.joining.get, { token });
  if (!link) {
    return (
      <FrontDoor
        host={host}
        title={t('This link is over')}
        words={t('It was used already or is too old.')}
      >
        <TextLink href="/join">{t('Ask for a new one')}</TextLink>
      </FrontDoor>
    );
  }
  const { email, role, signedInAs } = link;
  if (link.state === 'wrong_account') {
    return (
      <FrontDoor
        host={host}
        title={t('This link is for somebody else')}
        words={t('It is for {email}, and you are signed in here as {own}.', {
          email,
          own: signedInAs ?? '',
        })}
      >
        <SignOutHere />
      </FrontDoor>
    );
  }
  if (link.state === 'closed') {
    return (
      <FrontDoor
        host={host}
        title={t('Nobody joins by this address now')}
        words={t('Ask an admin of {tenant} for an invitation.', { tenant })}
      >
        <TextLink href="/sign-in">{t('Back to sign-in')}</TextLink>
      </FrontDoor>
    );
  }
  if (link.state === 'no_seat') {
    return (
      <FrontDoor
        host={host}
        title={t('Every seat is taken')}
        words={t(
          '{tenant} has no seat left. Ask an admin to free one, then open this link again.',
          {
            tenant,
          },
        )}
      >
        <TextLink href="/sign-in">{t('Back to sign-in')}</TextLink>
      </FrontDoor>
    );
  }
  return (
    <FrontDoor
      host={host}
      title={t('Join {tenant}', { tenant })}
      words={t('You come in as {email}, in the role {role}.', { email, role: t.said(role ?? '') })}
    >
      <IntroduceForm
        accept={acceptJoin}
        token={token}
        email={email}
        called=""
        tenant={tenant}
        hasAccount={link.hasAccount}
        takesPassword={link.takesPassword}
      />
    </FrontDoor>
  );
}
