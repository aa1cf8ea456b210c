import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { OpeningSteps } from '@/app/_shared/opening/opening-steps';
import { KeepFresh } from '@/components/shell/keep-fresh';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { Status, type StatusTone } from '@/components/ui/status';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { openingsProcedures } from '@/lib/platform/openings/procedures';
import type { OpeningFacts } from '@/lib/tenancy/opening/shapes';
import { canonicalHost } from '@/lib/tenancy/urls';
import { readerIn } from '../../../_frame/words';
import { StaffActs } from './staff-acts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Opening') };
}

const refreshMs = 1_000;

export default async function Opening({ params }: { params: Promise<{ id: string }> }) {
  const t = await wording('console');
  const door = await openConsolePage();
  const id = z.uuid().safeParse((await params).id).data;
  if (!id) notFound();
  const opening = await door.call(openingsProcedures.get, { id });
  const { state, name, slug, steps } = opening;
  const [word, tone] = words[state];
  const filled = steps.every((step) => step.state === 'done');
  const over = state === 'given_up' || state === 'failed' || (state === 'open' && filled);
  return (
    <PageFrame
      title={t('Opening of {name}', { name })}
      note={<Status tone={tone}>{t.said(word)}</Status>}
      description={canonicalHost({ slug, primaryHost: null })}
      breadcrumb={
        <Breadcrumb
          label={t('Where this is')}
          crumbs={[{ label: t('Tenants'), href: '/tenants' }]}
        />
      }
      actions={
        state === 'open' ? (
          <LinkButton href={`/tenants/${id}`} variant="primary">
            {t('Open the tenant')}
          </LinkButton>
        ) : null
      }
      width="prose"
    >
      {over ? null : <KeepFresh everyMs={refreshMs} />}
      <OpeningSteps opening={opening} reader={readerIn(t.language)} />
      <StaffActs opening={opening} />
    </PageFrame>
  );
}

const words: Record<OpeningFacts['state'], [string, StatusTone]> = {
  waiting: ['Waits', 'neutral'],
  working: ['Under way', 'info'],
  retrying: ['Tried again', 'warning'],
  failed: ['Failed', 'danger'],
  open: ['Open', 'success'],
  leaving: ['Taken down', 'warning'],
  given_up: ['Given up', 'neutral'],
};
