import type { Metadata } from 'next';
import { wording } from '@/lib/language/request';
import { FrontDoor } from '../../_parts/front-door';
import { TicketForm } from './ticket-form';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return {
    title: t('Sign in'),
    referrer: 'no-referrer',
    robots: { index: false },
  };
}

interface Props {
  params: Promise<{ host: string; token: string }>;
}

// Mail scanners open links, so following one spends nothing; the button does.
export default async function MagicLink({ params }: Props) {
  const t = await wording('auth');
  const { host, token } = await params;
  return (
    <FrontDoor
      host={host}
      title={t('You are nearly in')}
      words={t('One click signs this browser in.')}
    >
      <TicketForm ticket={token} />
    </FrontDoor>
  );
}
