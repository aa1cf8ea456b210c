import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { openTenantPage } from '@/lib/doors/page';
import { claimCookie } from '@/lib/identity/cookies';
import { poolJoinProcedures } from '@/lib/identity/pool-join/procedures';
import { wording } from '@/lib/language/request';
import { FrontDoor } from '../../_parts/front-door';
import { TextLink } from '../../_parts/text-link';
import { LinkForm } from './link-form';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('Bring your account over'), referrer: 'no-referrer', robots: { index: false } };
}

interface Props {
  params: Promise<{ host: string; token: string }>;
}

// Mail scanners open links, so following one spends nothing; the form does.
export default async function ClaimByLink({ params }: Props) {
  const t = await wording('auth');
  const { host, token: link } = await params;
  const door = await openTenantPage(host);
  const claim = (await cookies()).get(claimCookie())?.value;
  const found = claim ? await door.find(poolJoinProcedures.poolClaim.get, { claim, link }) : null;
  if (!found?.link) {
    return (
      <FrontDoor
        host={host}
        title={t('This link is over')}
        words={t('It was used already, is too old, or was asked for in another browser.')}
      >
        <TextLink href="/claim">{t('Begin anew')}</TextLink>
      </FrontDoor>
    );
  }
  const { email } = found.link;
  return (
    <FrontDoor
      host={host}
      title={t('Bring your account over')}
      words={t('This shows that {email} is yours.', { email })}
    >
      <LinkForm link={link} />
    </FrontDoor>
  );
}
