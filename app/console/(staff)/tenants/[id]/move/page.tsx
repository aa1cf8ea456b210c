import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { movesProcedures } from '@/lib/platform/moves/procedures';
import { tenantsProcedures } from '@/lib/platform/tenants/procedures';
import { tiers } from '@/lib/tenancy/tiers';
import { tierNames } from '../../../_frame/words';
import { ChooseTarget } from './choose-target';
import { PlanSection } from './plan-section';

export const metadata: Metadata = { title: 'Move a tenant' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default async function MoveTenant({ params, searchParams }: Props) {
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
      title={`Move ${tenant.name}`}
      description={`It lives in: ${tierNames[tenant.placement.tier]?.toLowerCase()}, ${tenant.placement.shard}. Its people go on working while it moves.`}
      breadcrumb={
        <Breadcrumb
          label="Where this is"
          crumbs={[
            { label: 'Tenants', href: '/tenants' },
            { label: tenant.name, href: `/tenants/${id}` },
          ]}
        />
      }
      width="prose"
    >
      <ChooseTarget tier={tier ?? null} shardId={shard?.id ?? null} shards={shards} />
      {plan && target ? <PlanSection plan={plan} target={target} /> : null}
    </PageFrame>
  );
}
