import type { Metadata } from 'next';
import { buttonVariants } from '@/components/ui/button-variants';
import { LinkButton } from '@/components/ui/link-button';
import { openTenantPage } from '@/lib/doors/page';
import type { ProviderRefusal } from '@/lib/identity/oidc/refusal';
import { wording } from '@/lib/language/request';
import type { Plain } from '@/lib/language/wording';
import { FrontDoor } from '../../../_parts/front-door';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('Not signed in'), robots: { index: false } };
}

const reasons: Record<ProviderRefusal, Plain<'auth'>> = {
  off: 'Single sign-on is turned off here. Sign in another way.',
  denied: 'You stopped on the way, or you may not use this workspace there.',
  provider: 'The identity provider reports a problem. An admin can look into its settings.',
  expired: 'This sign-in took too long, was used already, or was begun in another browser.',
  unreachable: 'The identity provider does not answer. Try again in a minute.',
  answer: 'What the identity provider answered cannot be trusted, so nobody was signed in.',
  clock: 'The clock of the identity provider is wrong, so its answer cannot be trusted.',
  no_email: 'The identity provider does not say which e-mail address is yours.',
  no_member: 'You are no member of this workspace. An admin can invite you.',
  no_role: 'None of your groups opens this workspace. An admin can change that.',
  no_seat: 'Every seat of this workspace is taken. An admin can free one.',
  other_person: 'This account is linked with somebody else of the identity provider already.',
  second_factor:
    'This workspace asks for a second factor. Sign in once with a link by mail to set one up.',
  again: 'That did not work. Nothing was changed. Try again.',
};

interface Props {
  params: Promise<{ host: string }>;
  searchParams: Promise<{ why?: string }>;
}

/** Why a sign-in through the identity provider came to nothing; says nothing it was told. */
export default async function Refused({ params, searchParams }: Props) {
  const t = await wording('auth');
  const { host } = await params;
  await openTenantPage(host);
  const { why = '' } = await searchParams;
  const reason = Object.hasOwn(reasons, why) ? reasons[why as ProviderRefusal] : reasons.again;
  return (
    <FrontDoor host={host} title={t('Not signed in')} words={t(reason)}>
      <div className="grid gap-3">
        {why === 'off' ? null : (
          <a
            href="/sign-in/sso"
            className={buttonVariants({ variant: 'primary', size: 'large', wide: true })}
          >
            {t('Try again')}
          </a>
        )}
        <LinkButton href="/sign-in" size="large" wide prefetch={false}>
          {t('Sign in another way')}
        </LinkButton>
      </div>
    </FrontDoor>
  );
}
