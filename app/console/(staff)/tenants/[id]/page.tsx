import { ExternalLink } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { z } from 'zod';
import { Banner } from '@/components/ui/banner';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';
import { openConsolePage } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { deletionsProcedures } from '@/lib/platform/deletions/procedures';
import { tenantsProcedures } from '@/lib/platform/tenants/procedures';
import { canonicalHost, tenantUrl } from '@/lib/tenancy/urls';
import { TenantStatus } from '../../_frame/tenant-status';
import { readerIn } from '../../_frame/words';
import { BackupsSection } from './backups-section';
import { BouncesSection } from './bounces-section';
import { DeletionSection } from './deletion-section';
import { EmailDomainsSection } from './email-domains-section';
import { FactsSection } from './facts-section';
import { FlagsSection } from './flags-section';
import { HostsSection } from './hosts-section';
import { InvoicesSection } from './invoices-section';
import { LifecycleSection } from './lifecycle-section';
import { PeopleSection } from './people-section';
import { PlanSection } from './plan-section';
import { SignInSection } from './sign-in-section';
import { SizeSection } from './size-section';
import { TimelineSection } from './timeline-section';
import { UsageSection } from './usage-section';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Tenant') };
}

export default async function Tenant({ params }: { params: Promise<{ id: string }> }) {
  const t = await wording('console');
  const door = await openConsolePage();
  const id = z.uuid().safeParse((await params).id).data;
  if (!id) notFound();
  const tenant = await door.call(tenantsProcedures.get, { id });
  const open = { tenantId: id, state: 'open' } as const;
  const [leaving] = (await door.call(deletionsProcedures.list, open)).deletions;
  const address = { slug: tenant.slug, primaryHost: tenant.primaryHost };
  return (
    <PageFrame
      title={tenant.name}
      note={<TenantStatus status={tenant.status} />}
      description={canonicalHost(address)}
      breadcrumb={
        <Breadcrumb
          label={t('Where this is')}
          crumbs={[{ label: t('Tenants'), href: '/tenants' }]}
        />
      }
      actions={
        <LinkButton href={tenantUrl(address)} target="_blank" rel="noreferrer">
          <ExternalLink aria-hidden />
          {t('Open its front door')}
        </LinkButton>
      }
    >
      {tenant.status === 'suspended' ? (
        <Banner
          tone="warning"
          title={t('Suspended {time}', {
            time: formatTime(tenant.statusChangedAt, readerIn(t.language)),
          })}
        >
          {tenant.statusReason}
        </Banner>
      ) : null}
      {leaving ? (
        <Banner
          tone="danger"
          title={t('Goes {time} UTC', { time: formatTime(leaving.dueAt, readerIn(t.language)) })}
        >
          {t('{who} asked for its deletion on {time}.', {
            who: leaving.askedByName,
            time: formatTime(leaving.createdAt, readerIn(t.language)),
          })}
        </Banner>
      ) : null}
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
        <FactsSection tenant={tenant} />
        <div className="flex min-w-0 flex-col gap-8">
          {tenant.status === 'closing' ? null : (
            <Suspense fallback={<Skeleton className="h-64" />}>
              <PlanSection door={door} tenant={{ id, name: tenant.name }} />
            </Suspense>
          )}
          <PeopleSection tenant={tenant} />
          <Suspense fallback={<Skeleton className="h-48" />}>
            <SizeSection door={door} id={id} />
          </Suspense>
          <Suspense fallback={<Skeleton className="h-24" />}>
            <HostsSection door={door} tenant={tenant} />
            <BouncesSection door={door} tenant={tenant} />
          </Suspense>
          <Suspense fallback={<Skeleton className="h-24" />}>
            <EmailDomainsSection door={door} tenant={tenant} />
          </Suspense>
          <Suspense fallback={<Skeleton className="h-48" />}>
            <FlagsSection door={door} tenant={{ id, name: tenant.name }} />
          </Suspense>
        </div>
      </div>
      <Suspense fallback={<Skeleton className="h-64" />}>
        <UsageSection door={door} id={id} />
      </Suspense>
      <Suspense fallback={<Skeleton className="h-24" />}>
        <InvoicesSection door={door} id={id} />
      </Suspense>
      {tenant.status === 'closing' ? null : (
        <Suspense fallback={<Skeleton className="h-48" />}>
          <BackupsSection door={door} tenant={tenant} />
        </Suspense>
      )}
      {tenant.status === 'closing' ? null : (
        <Suspense fallback={<Skeleton className="h-16" />}>
          <SignInSection door={door} id={id} />
        </Suspense>
      )}
      <Suspense fallback={<Skeleton className="h-64" />}>
        <TimelineSection door={door} id={id} />
      </Suspense>
      {leaving?.state === 'waiting' ? <DeletionSection id={id} name={tenant.name} /> : null}
      <LifecycleSection id={id} name={tenant.name} status={tenant.status} />
    </PageFrame>
  );
}
