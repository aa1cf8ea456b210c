import type { Metadata } from 'next';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { env } from '@/lib/env';
import { wording } from '@/lib/language/request';
import { sharedPoolsProcedures } from '@/lib/platform/pool-joins/procedures';
import { shardsProcedures } from '@/lib/platform/shards/procedures';
import { NewTenantForm } from './new-tenant-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Open a tenant') };
}

export default async function NewTenant() {
  const t = await wording('console');
  const door = await openConsolePage();
  const [{ shards }, { pools }] = await Promise.all([
    door.call(shardsProcedures.list, {}),
    door.call(sharedPoolsProcedures.list, {}),
  ]);
  return (
    <PageFrame
      title={t('Open a tenant')}
      description={t('For somebody who asked you to. The owner gets a mail to choose a password.')}
      breadcrumb={
        <Breadcrumb
          label={t('Where this is')}
          crumbs={[{ label: t('Tenants'), href: '/tenants' }]}
        />
      }
      width="prose"
    >
      <NewTenantForm
        root={env().ROOT_DOMAIN}
        shards={shards.filter(({ state }) => state === 'open').map(({ name }) => name)}
        pools={pools.map(({ id, name }) => ({ id, name }))}
        zones={['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]}
      />
    </PageFrame>
  );
}
