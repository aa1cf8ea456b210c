import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { Banner } from '@/components/ui/banner';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { movesProcedures } from '@/lib/platform/moves/procedures';
import { shardsProcedures } from '@/lib/platform/shards/procedures';
import { ShardsTable } from './shards-table';
import { SuggestedMoves } from './suggested-moves';
import { shardsDescription } from './words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Shards') };
}

export default async function Shards() {
  const t = await wording('console');
  const door = await openConsolePage();
  const [{ shards, unregistered }, { suggestions }] = await Promise.all([
    door.call(shardsProcedures.list, {}),
    door.call(movesProcedures.suggest, {}),
  ]);
  return (
    <PageFrame
      title={t('Shards')}
      description={t(shardsDescription)}
      width="wide"
      actions={
        <LinkButton href="/shards/new" variant={unregistered.length > 0 ? 'primary' : 'secondary'}>
          <Plus aria-hidden />
          {t('Register a shard')}
        </LinkButton>
      }
    >
      {unregistered.length > 0 ? (
        <Banner
          tone="info"
          title={t('{count, plural, one {# server} other {# servers}} without a shard: {names}', {
            count: unregistered.length,
            names: unregistered.join(', '),
          })}
        >
          {t('The settings name a server that takes no tenants until it is registered and opened.')}
        </Banner>
      ) : null}
      <ShardsTable shards={shards} />
      <SuggestedMoves suggestions={suggestions} />
    </PageFrame>
  );
}
