import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OpeningSteps } from '@/app/_shared/opening/opening-steps';
import { KeepFresh } from '@/components/shell/keep-fresh';
import { openPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import type { Plain } from '@/lib/language/wording';
import { signUpOpenings } from '@/lib/tenancy/opening/procedures';
import { OpeningTicket } from '@/lib/tenancy/opening/ticket';
import { hostUrl } from '@/lib/tenancy/urls';
import { SiteFrame } from '../../../_parts/site-frame';
import { EnterButton } from './enter-button';
import { FounderActs } from './founder-acts';

export const dynamic = 'force-dynamic';

// Whoever has the address may steer: it is told to nobody else.
export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('site');
  return {
    title: t('Your workspace is being opened'),
    referrer: 'no-referrer',
    robots: { index: false },
  };
}

const refreshMs = 1_000;

interface Props {
  params: Promise<{ ticket: string }>;
}

export default async function Opening({ params }: Props) {
  const ticket = OpeningTicket.safeParse((await params).ticket).data;
  if (!ticket) notFound();
  const door = await openPage();
  const t = await wording('site');
  const opening = await door.call(signUpOpenings.opening, { ticket });
  const { state, name, slug, steps } = opening;
  const filled = steps.every((step) => step.state === 'done');
  const over = state === 'given_up' || state === 'failed' || (state === 'open' && filled);
  const address = new URL(hostUrl(`${slug}.${door.caller.host.host}`)).host;
  return (
    <SiteFrame>
      {over ? null : <KeepFresh everyMs={refreshMs} />}
      <div className="mx-auto grid w-full max-w-xl gap-6 px-4 py-10 sm:px-6 sm:py-14">
        <div>
          <h1 className="font-semibold text-2xl tracking-tight">
            {titles[state] ? t(titles[state]) : t('Opening {name}', { name })}
          </h1>
          <p className="mt-1 break-words text-lg text-muted">
            {name}, {address}
          </p>
        </div>
        <OpeningSteps opening={opening} reader={{ locale: t.language, timeZone: 'UTC' }} />
        <Worded areas={['opening']}>
          {state === 'open' ? (
            <EnterButton ticket={ticket} />
          ) : (
            <FounderActs ticket={ticket} opening={opening} />
          )}
        </Worded>
        {over ? null : (
          <p className="text-muted text-sm">
            {t(
              'You can close this page. Its address shows the same wherever you open it; keep it to yourself.',
            )}
          </p>
        )}
      </div>
    </SiteFrame>
  );
}

const titles: Partial<Record<string, Plain<'site'>>> = {
  open: 'Your workspace is open',
  failed: 'Your workspace could not be opened',
  leaving: 'Your workspace is being taken back',
  given_up: 'Your workspace was given up',
};
