import type { Metadata } from 'next';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { shardsProcedures } from '@/lib/platform/shards/procedures';
import { RegisterForm } from './register-form';

export const metadata: Metadata = { title: 'Register a shard' };

export default async function NewShard() {
  const door = await openConsolePage();
  const { unregistered } = await door.call(shardsProcedures.list, {});
  return (
    <PageFrame
      title="Register a shard"
      description="A server whose URL stands in the settings. It begins closed; open it on its page."
      breadcrumb={
        <Breadcrumb label="Where this is" crumbs={[{ label: 'Shards', href: '/shards' }]} />
      }
      width="prose"
    >
      <RegisterForm known={unregistered[0] ?? ''} />
    </PageFrame>
  );
}
