import type { Metadata } from 'next';
import { openTenantPage } from '@/lib/doors/page';
import { invitationProcedures } from '@/lib/identity/invitation-procedures';
import { FrontDoor } from '../../_parts/front-door';
import { TextLink } from '../../_parts/text-link';
import { AcceptForm } from './accept-form';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: 'Invitation',
  referrer: 'no-referrer',
  robots: { index: false },
};

interface Props {
  params: Promise<{ host: string; token: string }>;
}

const closed = {
  used: ['This invitation was used', 'If it was you, sign in with your e-mail and password.'],
  expired: ['This invitation is too old', 'Ask whoever invited you for a new one.'],
  revoked: ['This invitation was taken back', 'Ask whoever invited you, if this surprises you.'],
  wrong_account: [
    'This invitation is for somebody else',
    'You are signed in as another person here. Sign out first, then open the link again.',
  ],
} as const;

export default async function Invitation({ params }: Props) {
  const { host, token } = await params;
  const door = await openTenantPage(host);
  const invitation = await door.call(invitationProcedures.invitation.get, { token });
  if (invitation.state !== 'open') {
    const [title, words] = closed[invitation.state];
    return (
      <FrontDoor host={host} title={title} words={words}>
        <TextLink href="/">Go to {invitation.tenant}</TextLink>
      </FrontDoor>
    );
  }
  return (
    <FrontDoor
      host={host}
      title={`Join ${invitation.tenant}`}
      words={`You are invited as ${invitation.email}, in the role ${invitation.role}.`}
    >
      <AcceptForm token={token} email={invitation.email} hasAccount={invitation.hasAccount} />
    </FrontDoor>
  );
}
