import { wordingIn } from '../../language/wording-in';
import type { Addressed } from '../../mail/compose';
import type { Letter } from '../../mail/letter';

export function confirmLetter(
  { to, language, tenant, url }: Addressed,
  { provider, minutes }: { provider: string; minutes: number },
): Letter {
  const t = wordingIn(language, 'mail');
  return {
    kind: 'sign-in',
    to,
    language,
    subject: t('Confirm your sign-in to {tenant}', { tenant }),
    heading: t('Confirm your sign-in to {tenant}', { tenant }),
    paragraphs: [
      t('Somebody signed in to {tenant} with {provider}, which says that this address is theirs.', {
        tenant,
        provider,
      }),
      t('If it was you, confirm it once, in the same browser.'),
    ],
    button: { label: t('Confirm'), url },
    note: t(
      'The link works once, for {minutes} minutes. If you did not ask for it, leave it unused.',
      { minutes },
    ),
  };
}
