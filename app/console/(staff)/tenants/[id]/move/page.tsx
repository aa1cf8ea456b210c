import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import type { Language } from '@/lib/language/languages';
import { sentenceIn } from '@/lib/language/refusal';
import { wording } from '@/lib/language/request';
import { movesProcedures } from '@/lib/platform/moves/procedures';
import { tenantsProcedures } from '@/lib/platform/tenants/procedures';
import { tiers } from '@/lib/tenancy/tiers';
import { placeIn } from '../../../_frame/words';
import { ChooseTarget } from './choose-target';
import { PlanSection } from './plan-section';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Move a tenant') };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default async function MoveTenant({ params, searchParams }: Props) {
  const t = await wording('console');
  const door = await openConsolePage();
  const id = z.uuid().safeParse((await params).id).data;
  if (!id) notFound();
  const query = await queryOf(searchParams);
  const tenant = await door.call(tenantsProcedures.get, { id });
  if (!tenant.placement) notFound();
  const { shards } = await door.call(movesProcedures.targets, {});
  const tier = z.enum(tiers).safeParse(query.tier).data;
  const shard = shards.find((one) => one.id === query.shard) ?? shards[0];
  const target = tier && shard ? { id, tier, shardId: shard.id } : null;
  const plan = target ? await door.call(movesProcedures.plan, target) : null;
  return (
    <PageFrame
      title={t('Move {name}', { name: tenant.name })}
      description={t('It lives in: {place}. Its people go on working while it moves.', {
        place: placeIn(tenant.placement, t),
      })}
      breadcrumb={
        <Breadcrumb
          label={t('Where this is')}
          crumbs={[
            { label: t('Tenants'), href: '/tenants' },
            { label: tenant.name, href: `/tenants/${id}` },
          ]}
        />
      }
      width="prose"
    >
      <ChooseTarget tier={tier ?? null} shardId={shard?.id ?? null} shards={shards} />
      {plan && target ? <PlanSection plan={said(plan, t.language)} target={target} /> : null}
    </PageFrame>
  );
}

/** Its checks in the reader's language. */
const said = <P extends { checks: { text: string }[] }>(plan: P, language: Language): P => ({
  ...plan,
  checks: plan.checks.map((check) => ({ ...check, text: sentenceIn(language, check.text) })),
});
