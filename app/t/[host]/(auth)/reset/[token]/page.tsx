import type { Metadata } from 'next';
import { FrontDoor } from '../../_parts/front-door';
import { ResetForm } from './reset-form';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: 'Choose a new password',
  referrer: 'no-referrer',
  robots: { index: false },
};

interface Props {
  params: Promise<{ host: string; token: string }>;
}

export default async function Reset({ params }: Props) {
  const { host, token } = await params;
  return (
    <FrontDoor
      host={host}
      title="Choose a new password"
      words="Saving it signs you out on every device."
    >
      <ResetForm token={token} />
    </FrontDoor>
  );
}
