import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { KeepFresh } from '@/components/shell/keep-fresh';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { Status, type StatusTone } from '@/components/ui/status';
import { openConsolePage } from '@/lib/doors/page';
import { openingsProcedures } from '@/lib/platform/openings/procedures';
import type { OpeningFacts } from '@/lib/tenancy/opening/shapes';
import { canonicalHost } from '@/lib/tenancy/urls';
import { OpeningSteps } from '../../../../../_shared/opening/opening-steps';
import { staffReader } from '../../../_frame/words';
import { StaffActs } from './staff-acts';

export const metadata: Metadata = { title: 'Opening' };

const refreshMs = 1_000;

export default async function Opening({ params }: { params: Promise<{ id: string }> }) {
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
      title={`Opening of ${name}`}
      note={<Status tone={tone}>{word}</Status>}
      description={canonicalHost({ slug, primaryHost: null })}
      breadcrumb={
        <Breadcrumb label="Where this is" crumbs={[{ label: 'Tenants', href: '/tenants' }]} />
      }
      actions={
        state === 'open' ? (
          <LinkButton href={`/tenants/${id}`} variant="primary">
            Open the tenant
          </LinkButton>
        ) : null
      }
      width="prose"
    >
      {over ? null : <KeepFresh everyMs={refreshMs} />}
      <OpeningSteps opening={opening} reader={staffReader} />
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
