import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Banner } from '@/components/ui/banner';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { shardsProcedures } from '@/lib/platform/shards/procedures';
import { ShardStatus } from '../../_frame/shard-status';
import { staffReader } from '../../_frame/words';
import { HotTenants } from './hot-tenants';
import { SettingsForm } from './settings-form';
import { ShardFacts } from './shard-facts';
import { StateSection } from './state-section';

export const metadata: Metadata = { title: 'Shard' };

export default async function Shard({ params }: { params: Promise<{ id: string }> }) {
  const door = await openConsolePage();
  const id = z.uuid().safeParse((await params).id).data;
  if (!id) notFound();
  const shard = await door.call(shardsProcedures.get, { id });
  return (
    <PageFrame
      title={shard.name}
      note={<ShardStatus state={shard.state} />}
      description={`Reached by the connection ${shard.connection}.`}
      breadcrumb={
        <Breadcrumb label="Where this is" crumbs={[{ label: 'Shards', href: '/shards' }]} />
      }
    >
      {shard.downSince ? (
        <Banner
          tone="danger"
          title={`Does not answer since ${formatTime(shard.downSince, staffReader)} UTC`}
        >
          {shard.fault}. Its tenants see a notice, the others work on. It is used again as soon as
          it answers.
        </Banner>
      ) : null}
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
        <ShardFacts shard={shard} />
        <HotTenants hot={shard.hot} at={shard.hotAt} />
      </div>
      <SettingsForm shard={shard} />
      <StateSection id={shard.id} name={shard.name} wanted={shard.wanted} />
    </PageFrame>
  );
}
