import { Send } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hrefWith, queryOf, type SearchParams } from '@/app/_shared/query';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { Status } from '@/components/ui/status';
import { openMemberPage } from '@/lib/doors/page';
import { formatDay, formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { webhookProcedures } from '@/lib/webhooks/procedures';
import { readerOf } from '../../../../_shell/reader';
import { Refused } from '../../../_frame/refused';
import { eventChoices } from '../../event-choices';
import { deliveryWords, stateWords } from '../../webhook-words';
import { DeliveryFilters } from './delivery-filters';
import { DeliverySheet } from './delivery-sheet';
import { DeliveryTable } from './delivery-table';
import { HowToVerify } from './how-to-verify';
import { WebhookActs } from './webhook-acts';
import { WebhookTrouble } from './webhook-trouble';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('developers');
  return { title: t('Webhook') };
}

interface Props {
  params: Promise<{ host: string; id: string }>;
  searchParams: SearchParams;
}

const { webhooks } = webhookProcedures;

/** One webhook: what can be done with it, and what was sent to it. */
export default async function OneWebhook({ params, searchParams }: Props) {
  const t = await wording('developers');
  const { host, id } = await params;
  const door = await openMemberPage(host);
  if (!door.can('webhooks.manage')) return <Refused door={door} title={t('Webhook')} />;
  const webhook = await door.find(webhooks.get, { id });
  if (!webhook) notFound();
  const query = await queryOf(searchParams);
  const path = `/settings/developers/webhooks/${id}`;
  const reader = readerOf(door);
  const { cursor, kind } = query;
  const state = Object.hasOwn(deliveryWords, query.state ?? '')
    ? (query.state as keyof typeof deliveryWords)
    : undefined;
  const { deliveries, older } = await door.call(webhooks.deliveries, {
    id,
    ...(state && { state }),
    ...(kind && { kind }),
    ...(cursor && { cursor }),
  });
  const isFiltered = Boolean(state || kind);
  const { formerUntil, failingSince } = webhook;
  const { label, tone } = stateWords[webhook.state];
  return (
    <PageFrame
      title={webhook.name}
      description={<span className="break-all">{webhook.url}</span>}
      width="wide"
      note={<Status tone={tone}>{t(label)}</Status>}
      breadcrumb={
        <Breadcrumb
          label={t('Where this webhook stands')}
          crumbs={[{ label: t('Developers'), href: '/settings/developers' }]}
        />
      }
      actions={<WebhookActs webhook={webhook} events={eventChoices(t.language)} />}
    >
      <WebhookTrouble
        state={webhook.state}
        since={failingSince && formatDay(failingSince, reader)}
        formerUntil={formerUntil && formatTime(formerUntil, reader)}
      />
      <HowToVerify />
      <section className="grid gap-3">
        <h2 className="font-semibold text-lg">{t('Messages of the last 30 days')}</h2>
        <DeliveryFilters webhookId={id} isOn={webhook.state === 'active'} />
        {deliveries.length === 0 ? (
          <EmptyState
            icon={Send}
            title={isFiltered ? t('Nothing matches') : t('Nothing was sent yet')}
            description={
              isFiltered
                ? t('No message fits these filters.')
                : t('Events show up here as they are sent. Send a test to try it.')
            }
            action={isFiltered ? <LinkButton href={path}>{t('Show everything')}</LinkButton> : null}
          />
        ) : (
          <DeliveryTable {...{ deliveries, path, query, reader }} />
        )}
        <nav aria-label={t('Pages')} className="flex justify-end gap-2">
          {cursor ? (
            <LinkButton size="small" href={hrefWith(path, query, { cursor: undefined })}>
              {t('Newest')}
            </LinkButton>
          ) : null}
          {older ? (
            <LinkButton size="small" href={hrefWith(path, query, { cursor: older })}>
              {t('Older')}
            </LinkButton>
          ) : null}
        </nav>
      </section>
      {query.message ? <DeliverySheet {...{ door, path, query, reader }} /> : null}
    </PageFrame>
  );
}
