import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { PlanTerms } from '@/lib/billing/terms';
import { openConsolePage } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { manifests } from '@/lib/modules/registry';
import { platformPlansProcedures } from '@/lib/platform/plans/procedures';
import { flags } from '@/lib/tenancy/flags/registry';
import { readerIn } from '../../_frame/words';
import { DraftForm } from './draft-form';
import { PlanActs } from './plan-acts';
import { Versions } from './versions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('plans');
  return { title: t('Plan') };
}

export default async function Plan({ params }: { params: Promise<{ id: string }> }) {
  const t = await wording('plans');
  const door = await openConsolePage();
  const id = z.uuid().safeParse((await params).id).data;
  if (!id) notFound();
  const plan = await door.call(platformPlansProcedures.get, { id });
  const { draft, published } = plan;
  const terms = draft?.terms ?? published?.terms ?? PlanTerms.parse({});
  return (
    <Worded areas={['plans']}>
      <PageFrame
        title={plan.name}
        description={terms.description || t('What this plan gives, and what it costs.')}
        note={plan.archivedAt ? <Badge tone="outline">{t('Archived')}</Badge> : undefined}
        breadcrumb={
          <Breadcrumb label={t('Where this is')} crumbs={[{ label: t('Plans'), href: '/plans' }]} />
        }
      >
        {draft ? (
          <Banner title={t('Version {version} is a draft', { version: draft.version })}>
            {t('Last changed by {name}, {time} UTC. Nobody gets it before it is published.', {
              name: draft.changedByName,
              time: formatTime(draft.changedAt, readerIn(t.language)),
            })}
          </Banner>
        ) : null}
        <DraftForm
          key={`${draft?.version}.${draft?.revision}`}
          id={id}
          revision={draft?.revision ?? 0}
          terms={terms}
          modules={manifests.map(({ id: module, title }) => ({ module, title }))}
          flags={flags.map(({ key, title, shape }) => ({ key, title, shape }))}
        />
        <Versions versions={plan.versions} />
        <PlanActs
          plan={{ id, name: plan.name, offered: plan.offered, archived: plan.archivedAt !== null }}
          draft={draft ? { version: draft.version, revision: draft.revision } : null}
          subscriptions={plan.subscriptions}
          published={published !== null}
        />
      </PageFrame>
    </Worded>
  );
}
