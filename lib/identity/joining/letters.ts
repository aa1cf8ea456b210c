import { wordingIn } from '../../language/wording-in';
import type { Addressed } from '../../mail/compose';
import type { Letter } from '../../mail/letter';

export function joinLetter(
  { to, language, tenant, url }: Addressed,
  { minutes }: { minutes: number },
): Letter {
  const t = wordingIn(language, 'mail');
  return {
    kind: 'joining',
    to,
    language,
    subject: t('Join {tenant}', { tenant }),
    heading: t('Join {tenant}', { tenant }),
    paragraphs: [
      t('People with an address like yours may join {tenant} by themselves.', { tenant }),
      t('Go on with the button to come in.'),
    ],
    button: { label: t('Join'), url },
    note: t(
      'The link works once, for {minutes} minutes. If you did not ask for it, leave it unused.',
      { minutes },
    ),
  };
}
