import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { openTenantPage } from '@/lib/doors/page';
import { claimCookie } from '@/lib/identity/cookies';
import { poolJoinProcedures } from '@/lib/identity/pool-join/procedures';
import { wording } from '@/lib/language/request';
import { FrontDoor } from '../_parts/front-door';
import { BeginClaim } from './begin-claim';
import { ClaimSteps } from './claim-steps';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('Bring your account over'), robots: { index: false } };
}

/** Two accounts are proven here, one after the other, before anything happens. */
export default async function Claim({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('auth');
  const { host } = await params;
  const door = await openTenantPage(host);
  const claim = (await cookies()).get(claimCookie())?.value;
  const found = claim ? await door.find(poolJoinProcedures.poolClaim.get, { claim }) : null;
  const { name: tenant } = door.tenant;
  return (
    <FrontDoor
      host={host}
      title={t('Bring your account over')}
      words={t(
        '{tenant} shares its sign-in with other workspaces. Prove your former account and the one you will use from now on; everything of yours comes along.',
        {
          tenant,
        },
      )}
    >
      {found ? <ClaimSteps claim={found} /> : <BeginClaim />}
    </FrontDoor>
  );
}
