import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { LinkButton } from '@/components/ui/link-button';
import { openTenantPage } from '@/lib/doors/page';
import { providerCookie } from '@/lib/identity/cookies';
import { signInProcedures } from '@/lib/identity/sign-in-procedures';
import { wording } from '@/lib/language/request';
import { FrontDoor } from '../../../_parts/front-door';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('Look into your mail'), robots: { index: false } };
}

/** Says that a mail is on its way; the link in it goes on, in this browser. */
export default async function Confirm({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('auth');
  const { host } = await params;
  const door = await openTenantPage(host);
  const browser = (await cookies()).get(providerCookie())?.value;
  const waiting = browser ? await door.find(signInProcedures.signIn.arrival, { browser }) : null;
  return (
    <FrontDoor
      host={host}
      title={waiting ? t('Look into your mail') : t('This sign-in is over')}
      words={
        waiting
          ? t(
              'We mailed a link to {email}. Open it in this browser: you do this only once.',
              waiting,
            )
          : t('It took too long, or was finished already.')
      }
    >
      <LinkButton href="/sign-in" size="large" wide prefetch={false}>
        {t('Back to sign-in')}
      </LinkButton>
    </FrontDoor>
  );
}
