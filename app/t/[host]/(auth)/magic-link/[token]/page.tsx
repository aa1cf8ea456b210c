import type { Metadata } from 'next';
import { FrontDoor } from '../../_parts/front-door';
import { TicketForm } from './ticket-form';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: 'Sign in',
  referrer: 'no-referrer',
  robots: { index: false },
};

interface Props {
  params: Promise<{ host: string; token: string }>;
}

// Mail scanners open links, so following one spends nothing; the button does.
export default async function MagicLink({ params }: Props) {
  const { host, token } = await params;
  return (
    <FrontDoor host={host} title="You are nearly in" words="One click signs this browser in.">
      <TicketForm ticket={token} />
    </FrontDoor>
  );
}
