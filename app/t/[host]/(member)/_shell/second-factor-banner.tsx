import type { MemberDoor } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { factorProcedures } from '@/lib/identity/factors/procedures';
import { wording } from '@/lib/language/request';
import { readerOf } from './reader';
import { SecondFactorNotice } from './second-factor-notice';

/** Over every page of those who will need a second factor here and have none that works here. */
export async function SecondFactorBanner({ door }: { door: MemberDoor }) {
  const { session } = door.caller;
  if (!session?.secondFactorBy || session.secondFactor) return null;
  const factor = await door.call(factorProcedures.factors.get, {});
  if (factor.authenticator || factor.passkeysHere > 0) return null;
  const t = await wording('member');
  const day = formatDay(new Date(session.secondFactorBy), readerOf(door));
  return (
    <SecondFactorNotice
      title={t('From {day} on {tenant} opens with a second factor only', {
        day,
        tenant: door.tenant.name,
      })}
      confined={session.confined}
      elsewhere={factor.passkeys > 0}
    />
  );
}
