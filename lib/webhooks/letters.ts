import { wordingIn } from '../language/wording-in';
import type { Addressed } from '../mail/compose';
import type { Letter } from '../mail/letter';

interface ShutWebhook {
  name: string;
  /** Scheme and host alone. */
  at: string;
  state: 'gone' | 'failed';
}

export function webhookShutLetter(
  { to, language, tenant, url: button }: Addressed,
  { name, at, state }: ShutWebhook,
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('The webhook {name} was turned off', { name });
  const why =
    state === 'gone'
      ? t('{at} answered that it is gone for good.', { at })
      : t('Nothing has arrived at {at} for five days.', { at });
  return {
    kind: 'webhooks',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      why,
      t(
        'Events of {tenant} are not sent there any more. What did not arrive is kept for 30 days. Turn the webhook on again, then send it again from its page.',
        { tenant },
      ),
    ],
    button: { label: t('See the webhook'), url: button },
    note: t('You get this because you may change the webhooks there.'),
  };
}
