import type { Metadata } from 'next';
import { openTenantPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { FrontDoor } from '../../../../_parts/front-door';
import { ConfirmForm } from './confirm-form';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('Confirm'), referrer: 'no-referrer', robots: { index: false } };
}

interface Props {
  params: Promise<{ host: string; token: string }>;
}

// Mail scanners open links, so following one spends nothing; the button does.
export default async function ConfirmArrival({ params }: Props) {
  const t = await wording('auth');
  const { host, token } = await params;
  const { tenant } = await openTenantPage(host);
  return (
    <FrontDoor
      host={host}
      title={t('Is this you?')}
      words={t('From now on you come into {name} through single sign-on.', { name: tenant.name })}
    >
      <ConfirmForm token={token} />
    </FrontDoor>
  );
}
