import Link from 'next/link';
import { Status } from '@/components/ui/status';
import { wording } from '@/lib/language/request';
import type { Webhook } from '@/lib/webhooks/shapes';
import { stateWords } from './webhook-words';

/** The webhooks of the workspace, each leading to its log. */
export async function WebhookList({ webhooks }: { webhooks: readonly Webhook[] }) {
  const t = await wording('developers');
  if (webhooks.length === 0) {
    return (
      <p className="text-muted">
        {t('No webhook yet. Add one, and events are sent to its address from then on.')}
      </p>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {webhooks.map((webhook) => (
        <li key={webhook.id} className="relative grid gap-0.5 py-2.5 first:pt-0">
          <div className="flex flex-wrap items-center justify-between gap-x-3">
            <Link
              href={`/settings/developers/webhooks/${webhook.id}`}
              className="min-w-0 truncate font-medium after:absolute after:inset-0 hover:underline"
            >
              {webhook.name}
            </Link>
            <StateOf webhook={webhook} />
          </div>
          <p className="break-all text-muted text-sm">{webhook.url}</p>
          <p className="text-muted text-sm">
            {webhook.kinds.includes('*')
              ? t('All events')
              : t('{count, plural, one {# event} other {# events}}', {
                  count: webhook.kinds.length,
                })}
          </p>
        </li>
      ))}
    </ul>
  );
}

async function StateOf({ webhook }: { webhook: Webhook }) {
  const t = await wording('developers');
  if (webhook.state === 'active' && webhook.failingSince) {
    return <Status tone="warning">{t('Failing')}</Status>;
  }
  const { label, tone } = stateWords[webhook.state];
  return <Status tone={tone}>{t(label)}</Status>;
}
