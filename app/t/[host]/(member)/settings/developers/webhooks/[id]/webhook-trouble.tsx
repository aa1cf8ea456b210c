import { Banner } from '@/components/ui/banner';
import { wording } from '@/lib/language/request';
import type { Webhook } from '@/lib/webhooks/shapes';

interface Props {
  state: Webhook['state'];
  /** The day since which nothing has arrived. */
  since: string | null;
  /** Until when the secret before signs too. */
  formerUntil: string | null;
}

/** What is to be known before anything else: why it is off, that it fails, or that it has two secrets. */
export async function WebhookTrouble({ state, since, formerUntil }: Props) {
  const t = await wording('developers');
  return (
    <>
      {state === 'gone' ? (
        <Banner tone="danger" title={t('Its receiver is gone')}>
          {t('It answered with the status 410, so nothing is sent any more. Turn it on to go on.')}
        </Banner>
      ) : null}
      {state === 'failed' ? (
        <Banner tone="danger" title={t('Nothing arrived for five days')}>
          {t('So nothing is sent any more. Turn it on once its receiver works, and send again.')}
        </Banner>
      ) : null}
      {state === 'active' && since ? (
        <Banner tone="warning" title={t('Nothing has arrived since {day}', { day: since })}>
          {t('Messages are tried again for three days. After five days it is turned off.')}
        </Banner>
      ) : null}
      {formerUntil ? (
        <Banner title={t('Two secrets sign')}>
          {t('The one before the present one signs too until {time}.', { time: formerUntil })}
        </Banner>
      ) : null}
    </>
  );
}
