import type { Metadata } from 'next';
import { wording } from '@/lib/language/request';
import { FrontDoor } from '../../_parts/front-door';
import { ResetForm } from './reset-form';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return {
    title: t('Choose a new password'),
    referrer: 'no-referrer',
    robots: { index: false },
  };
}

interface Props {
  params: Promise<{ host: string; token: string }>;
}

export default async function Reset({ params }: Props) {
  const t = await wording('auth');
  const { host, token } = await params;
  return (
    <FrontDoor
      host={host}
      title={t('Choose a new password')}
      words={t('Saving it signs you out on every device.')}
    >
      <ResetForm token={token} />
    </FrontDoor>
  );
}
