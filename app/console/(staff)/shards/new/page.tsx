import type { Metadata } from 'next';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { shardsProcedures } from '@/lib/platform/shards/procedures';
import { RegisterForm } from './register-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Register a shard') };
}

export default async function NewShard() {
  const t = await wording('console');
  const door = await openConsolePage();
  const { unregistered } = await door.call(shardsProcedures.list, {});
  return (
    <PageFrame
      title={t('Register a shard')}
      description={t(
        'A server whose URL stands in the settings. It begins closed; open it on its page.',
      )}
      breadcrumb={
        <Breadcrumb label={t('Where this is')} crumbs={[{ label: t('Shards'), href: '/shards' }]} />
      }
      width="prose"
    >
      <RegisterForm known={unregistered[0] ?? ''} />
    </PageFrame>
  );
}
