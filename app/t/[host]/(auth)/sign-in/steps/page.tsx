import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { openTenantPage } from '@/lib/doors/page';
import { flowCookie } from '@/lib/identity/cookies';
import { partyAt } from '@/lib/identity/passkeys/party';
import { signInProcedures } from '@/lib/identity/sign-in-procedures';
import { wording } from '@/lib/language/request';
import { FrontDoor } from '../../_parts/front-door';
import { StepsFlow } from './steps-flow';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('Second step'), robots: { index: false } };
}

// Never redirects by itself: an action that ends the sign-in has this page rendered once more, under
// the recovery codes it has just made.
/** What a sign-in still waits for; without one, back to its beginning. */
export default async function Steps({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('auth');
  const { host } = await params;
  const door = await openTenantPage(host);
  const flow = (await cookies()).get(flowCookie())?.value;
  const found = flow ? await door.find(signInProcedures.signIn.steps, { flow }) : null;
  const waitsFor = found?.steps.length
    ? stepOf(found.steps)
    : door.caller.session
      ? 'resume'
      : 'over';
  const { name } = door.tenant;
  const takesPasskeys = partyAt({ tenant: door.tenant, caller: door.caller }) !== null;
  const words = {
    proof: t('One proof alone does not open this account.'),
    set_up: t('{name} asks everybody in your role for a second factor. It takes a minute.', {
      name,
    }),
    anew: t(
      '{name} asks everybody in your role for a second factor. Sign in here anew to set one up: you proved who you are too long ago.',
      { name },
    ),
    resume: undefined,
    over: undefined,
  };
  return (
    <FrontDoor host={host} title={t('One more step')} words={words[waitsFor]}>
      <StepsFlow
        waitsFor={waitsFor}
        steps={found?.steps ?? []}
        name={name}
        takesPasskeys={takesPasskeys}
      />
    </FrontDoor>
  );
}

const stepOf = (steps: readonly string[]) =>
  steps.includes('set_up') ? 'set_up' : steps.includes('anew') ? 'anew' : 'proof';
