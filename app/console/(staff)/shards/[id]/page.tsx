import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Banner } from '@/components/ui/banner';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { shardsProcedures } from '@/lib/platform/shards/procedures';
import { ShardStatus } from '../../_frame/shard-status';
import { readerIn } from '../../_frame/words';
import { HotTenants } from './hot-tenants';
import { SettingsForm } from './settings-form';
import { ShardFacts } from './shard-facts';
import { StateSection } from './state-section';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Shard') };
}

export default async function Shard({ params }: { params: Promise<{ id: string }> }) {
  const t = await wording('console');
  const door = await openConsolePage();
  const id = z.uuid().safeParse((await params).id).data;
  if (!id) notFound();
  const shard = await door.call(shardsProcedures.get, { id });
  return (
    <PageFrame
      title={shard.name}
      note={<ShardStatus state={shard.state} />}
      description={t('Reached by the connection {connection}.', { connection: shard.connection })}
      breadcrumb={
        <Breadcrumb label={t('Where this is')} crumbs={[{ label: t('Shards'), href: '/shards' }]} />
      }
    >
      {shard.downSince ? (
        <Banner
          tone="danger"
          title={t('Does not answer since {time} UTC', {
            time: formatTime(shard.downSince, readerIn(t.language)),
          })}
        >
          {t(
            '{fault}. Its tenants see a notice, the others work on. It is used again as soon as it answers.',
            { fault: shard.fault ?? '' },
          )}
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
