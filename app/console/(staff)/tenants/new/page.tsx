import type { Metadata } from 'next';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { env } from '@/lib/env';
import { shardsProcedures } from '@/lib/platform/shards/procedures';
import { NewTenantForm } from './new-tenant-form';

export const metadata: Metadata = { title: 'Open a tenant' };

export default async function NewTenant() {
  const door = await openConsolePage();
  const { shards } = await door.call(shardsProcedures.list, {});
  return (
    <PageFrame
      title="Open a tenant"
      description="For somebody who asked you to. The owner gets a mail to choose a password."
      breadcrumb={
        <Breadcrumb label="Where this is" crumbs={[{ label: 'Tenants', href: '/tenants' }]} />
      }
      width="prose"
    >
      <NewTenantForm
        root={env().ROOT_DOMAIN}
        shards={shards.filter(({ state }) => state === 'open').map(({ name }) => name)}
        zones={['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]}
      />
    </PageFrame>
  );
}
