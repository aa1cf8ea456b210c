import type { Metadata } from 'next';
import { buttonVariants } from '@/components/ui/button-variants';
import { FormSection } from '@/components/ui/form-section';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { webhookProcedures } from '@/lib/webhooks/procedures';
import { Refused } from '../_frame/refused';
import { AddWebhook } from './add-webhook';
import { eventChoices } from './event-choices';
import { WebhookList } from './webhook-list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('developers');
  return { title: t('Developers') };
}

export default async function Developers({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('developers');
  const door = await openMemberPage((await params).host);
  if (!door.can('webhooks.manage')) return <Refused door={door} title={t('Developers')} />;
  const { webhooks } = await door.call(webhookProcedures.webhooks.list, {});
  return (
    <PageFrame
      title={t('Developers')}
      description={t(
        'What programs of yours can do with this workspace, and what they hear of it.',
      )}
    >
      <FormSection
        title={t('API')}
        description={t('Everything that pages do can be done by programs.')}
      >
        <p className="text-muted">
          {t(
            'The reference lists every operation, yours among them. A program signs in with a token.',
          )}
        </p>
        <div className="flex flex-wrap gap-2">
          <a href="/api/v1" className={buttonVariants()}>
            {t('API reference')}
          </a>
          {door.can('tokens.manage') ? (
            <LinkButton href="/account">{t('Your own tokens')}</LinkButton>
          ) : null}
          {door.can('security.manage') ? (
            <LinkButton href="/settings/security">{t('Tokens of the workspace')}</LinkButton>
          ) : null}
        </div>
      </FormSection>
      <FormSection
        title={t('Webhooks')}
        description={t(
          'Tell other services of what happens here, as it happens. Up to ten of them.',
        )}
      >
        <WebhookList webhooks={webhooks} />
        <div>
          <AddWebhook events={eventChoices(t.language)} isFirst={webhooks.length === 0} />
        </div>
      </FormSection>
    </PageFrame>
  );
}
