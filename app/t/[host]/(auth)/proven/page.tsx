import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/link-button';
import { openTenantPage } from '@/lib/doors/page';
import { TellProven } from '@/lib/identity/ui/tell-proven';
import { wording } from '@/lib/language/request';
import { FrontDoor } from '../_parts/front-door';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('That was you'), robots: { index: false } };
}

/** Where somebody lands who was asked again by the identity provider, beside the page they came from. */
export default async function Proven({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('auth');
  const { host } = await params;
  await openTenantPage(host);
  return (
    <FrontDoor
      host={host}
      title={t('That was you')}
      words={t('Close this tab and go on where you were.')}
    >
      <TellProven />
      <LinkButton href="/" size="large" wide prefetch={false}>
        {t('Go to the start')}
      </LinkButton>
    </FrontDoor>
  );
}
